# Reference values of R's sna for the tests beside this file (Debian: r-cran-sna 2.7-1): Rscript sna.R
suppressMessages(library(sna))
set.seed(1)
undirected <- function(ends, weights) {
  m <- matrix(0, 6, 6)
  m[ends] <- weights
  m + t(m)
}
a <- undirected(rbind(c(1,2), c(1,3), c(2,3), c(3,4), c(4,5), c(5,6)), 1)
b <- undirected(rbind(c(1,2), c(2,3), c(3,4), c(4,6), c(5,6), c(1,5)), c(2, 1, 3, 1, 2, 1))
d <- undirected(rbind(c(1,3), c(2,4), c(3,5), c(4,5), c(1,6), c(2,6)), 1)
e <- matrix(c(0,1,0,1,1,0, 0,0,1,0,0,1, 1,0,0,1,0,0, 0,1,0,0,1,1, 0,0,1,0,0,0, 1,0,1,0,1,0), 6, 6, byrow = TRUE)
shown <- function(m) {
  print(m$coefficients, digits = 10)
  print(m$tstat, digits = 10)
  print(rbind(greater = m$pgreq, less = m$pleeq, two_sided = m$pgreqabs))
}
print(gcor(a, b, mode = "graph"), digits = 10)
shown(netlm(a, list(b, d), mode = "graph", nullhyp = "qapspp", reps = 20000))
shown(netlm(a, list(b, e), mode = "digraph", nullhyp = "qapspp", reps = 20000))
print(qaptest(list(a, b), gcor, g1 = 1, g2 = 2, reps = 20000)[c("testval", "pgreq", "pleeq")])
