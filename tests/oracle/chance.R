# What is compared in distribution: random networks, renamings and tests.

chance <- function(net) {
  # vegan's curveball: four hundred matrices of the same sums. Means over them, and the standard error of each mean.
  drawn <- simulate(vegan::nullmodel(net$incidence, "curveball"), nsim = 400, burnin = 2000, thin = 100)
  nodf <- apply(drawn, 3, function(one) vegan::nestednodf(one)$statistic["NODF"])
  found("vegan", "curveball nodf", c(mean(nodf), sd(nodf)), "", c("mean", "sd"))
  shared <- apply(drawn, 3, function(one) {
    pairs <- one %*% t(one)
    pairs[upper.tri(pairs)]
  })
  place <- which(upper.tri(net$shared), arr.ind = TRUE)
  names <- paste(net$actors$id[place[, 1]], net$actors$id[place[, 2]])
  found("vegan", "curveball shared mean", rowMeans(shared), "", names)
  found("vegan", "curveball shared sd", apply(shared, 1, sd), "", names)

  # Three layers over the same actors: tied at all, how much is shared, and being of one sector.
  sector <- net$actors$sector
  alike <- outer(sector, sector, "==") * 1
  busy <- abs(outer(rowSums(net$incidence), rowSums(net$incidence), "-"))
  diag(alike) <- 0
  found("sna", "qap correlation", sna::gcor(net$shared, alike, mode = "graph"))
  test <- sna::qaptest(list(net$shared, alike), sna::gcor, g1 = 1, g2 = 2, mode = "graph", reps = 2000)
  found("sna", "qap p greater", test$pgreq)
  found("sna", "qap p less", test$pleeq)
  found("sna", "qap mean", mean(test$dist))
  found("sna", "qap sd", sd(test$dist))

  fit <- sna::netlm(net$shared, list(alike, busy), mode = "graph", nullhyp = "qapspp", reps = 2000)
  terms <- c("intercept", "alike", "busy")
  found("sna", "mrqap coefficient", fit$coefficients, "", terms)
  found("sna", "mrqap t", fit$tstat, "", terms)
  found("sna", "mrqap p greater", fit$pgreq, "", terms)
  found("sna", "mrqap p less", fit$pleeq, "", terms)
  outcome <- net$shared[upper.tri(net$shared)]
  found("sna", "mrqap r squared", 1 - sum(fit$residuals^2) / sum((outcome - mean(outcome))^2))

  for (given in c("size", "edges")) {
    test <- sna::cug.test(
      net$tied, sna::gtrans, mode = "graph", cmode = given, reps = 1000, FUN.args = list(measure = "weak", mode = "graph")
    )
    found("sna", paste("cug", given), c(test$obs.stat, mean(test$rep.stat), sd(test$rep.stat)), "", c("value", "mean", "sd"))
  }
}
