# What R's packages sna, igraph and vegan make of the networks in a folder, one folder each:
#   incidence.csv  actors x initiatives, 0 and 1, named by number      actors.csv      sector (empty: unknown)
#   initiatives.csv  is_set, module                                    actors.csv also module, community, core
# Written beside them: reference.csv with package, measure, side, id, value. Nothing here knows our code.

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
for (file in c("nodes.R", "whole.R", "chance.R")) source(file.path(here, file))

read_network <- function(folder) {
  table <- function(name) read.csv(file.path(folder, name), colClasses = "character", na.strings = character())
  actors <- table("actors.csv")
  initiatives <- table("initiatives.csv")
  incidence <- as.matrix(read.csv(file.path(folder, "incidence.csv"), header = FALSE))
  dimnames(incidence) <- list(actors$id, initiatives$id)
  tying <- incidence[, initiatives$is_set == "0", drop = FALSE]
  shared <- tying %*% t(tying)      # a set of bodies makes no tie between its members
  diag(shared) <- 0
  common <- t(incidence) %*% incidence
  diag(common) <- 0
  n <- nrow(incidence) + ncol(incidence)
  both <- matrix(0, n, n)
  upper <- cbind(matrix(0, nrow(incidence), nrow(incidence)), incidence)
  both[seq_len(nrow(incidence)), ] <- upper
  both <- pmax(both, t(both))
  graph <- function(weights) {
    igraph::graph_from_adjacency_matrix(weights, mode = "undirected", weighted = TRUE, diag = FALSE)
  }
  list(
    actors = actors, initiatives = initiatives, incidence = incidence, tying = tying, both = both,
    shared = shared, common = common, tied = (shared > 0) * 1,
    two_mode = graph(both), of_actors = graph(shared), of_initiatives = graph(common)
  )
}

rows <- list()
found <- function(package, measure, values, side = "", id = "") {
  if (!length(id)) return(invisible())  # no cutpoint, say
  rows[[length(rows) + 1]] <<- data.frame(
    package = package, measure = measure, side = side, id = id, value = as.numeric(values)
  )
}

# A value for each node of each side, from one for every node of the two-mode network, actors first.
found_two_mode <- function(package, measure, net, values) {
  a <- nrow(net$incidence)
  found(package, measure, values[seq_len(a)], "actors", net$actors$id)
  found(package, measure, values[-seq_len(a)], "initiatives", net$initiatives$id)
}

# The same from a function of a projection.
found_projected <- function(package, measure, net, of) {
  found(package, measure, of(net$of_actors, net$shared), "actors", net$actors$id)
  found(package, measure, of(net$of_initiatives, net$common), "initiatives", net$initiatives$id)
}

for (folder in commandArgs(TRUE)) {
  rows <- list()
  net <- read_network(folder)
  set.seed(1)
  nodes(net)
  whole(net)
  if (file.exists(file.path(folder, "with-chance"))) chance(net)
  write.csv(do.call(rbind, rows), file.path(folder, "reference.csv"), row.names = FALSE, na = "NaN")
}

versions <- vapply(c("sna", "igraph", "vegan"), function(p) as.character(packageVersion(p)), "")
cat(paste0("R ", getRversion(), "; ", paste(names(versions), versions, collapse = ", ")), "\n")
