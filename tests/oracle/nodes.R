# Measures of nodes.

nodes <- function(net) {
  a <- nrow(net$incidence)
  b <- ncol(net$incidence)
  n <- a + b
  own <- c(rep(a, a), rep(b, b))
  other <- n - own

  found_two_mode("sna", "degree", net, sna::degree(net$both, gmode = "graph") / other)
  found_two_mode("igraph", "degree", net, igraph::degree(net$two_mode) / other)

  # Borgatti and Everett's closeness, within the component, from each package's distances.
  closeness <- function(distances) {
    distances[!is.finite(distances)] <- NA
    vapply(seq_len(n), function(i) {
      reached <- which(!is.na(distances[i, ]))
      alike <- sum((reached <= a) == (i <= a))
      if (length(reached) < 2) return(0)
      least <- length(reached) - alike + 2 * (alike - 1)
      least / sum(distances[i, reached]) * (length(reached) - 1) / (n - 1)
    }, 0)
  }
  found_two_mode("sna", "closeness", net, closeness(sna::geodist(net$both)$gdist))
  found_two_mode("igraph", "closeness", net, closeness(igraph::distances(net$two_mode, weights = NA)))

  # Their greatest betweenness, as printed: s is the whole part, t the rest of (own - 1)/other.
  s <- (own - 1) %/% other
  t <- (own - 1) %% other
  greatest <- (other^2 * (s + 1)^2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
  found_two_mode("sna", "betweenness", net, sna::betweenness(net$both, gmode = "graph") / greatest)
  found_two_mode("igraph", "betweenness", net, igraph::betweenness(net$two_mode, weights = NA) / greatest)

  # igraph scales to a greatest value of 1, base R's svd to unit length of each side, as we do.
  scaled <- igraph::eigen_centrality(net$two_mode, weights = NA)$vector
  lengths <- sqrt(c(rep(sum(scaled[1:a]^2), a), rep(sum(scaled[-(1:a)]^2), b)))
  found_two_mode("igraph", "eigenvector", net, scaled / lengths)
  parts <- svd(net$incidence, nu = 1, nv = 1)
  found_two_mode("base", "eigenvector", net, abs(c(parts$u, parts$v)))

  found_two_mode("sna", "core_number", net, sna::kcores(net$both, mode = "graph", cmode = "indegree"))
  found_two_mode("igraph", "core_number", net, igraph::coreness(net$two_mode))

  found_projected("sna", "harmonic", net, function(graph, weights) {
    sna::closeness((weights > 0) * 1, gmode = "graph", cmode = "suminvundir")
  })
  found_projected("igraph", "harmonic", net, function(graph, weights) {
    igraph::harmonic_centrality(graph, weights = NA, normalized = TRUE)
  })
  found_projected("igraph", "pagerank", net, function(graph, weights) {
    igraph::page_rank(graph, damping = 0.85)$vector
  })
  found_projected("igraph", "constraint", net, function(graph, weights) igraph::constraint(graph))

  sectors(net)
  found("igraph", "cutpoints", 1, "", c(net$actors$id, net$initiatives$id)[
    as.integer(igraph::articulation_points(net$two_mode))
  ])
  found("sna", "cutpoints", 1, "", c(net$actors$id, net$initiatives$id)[
    sna::cutpoints(net$both, mode = "graph")
  ])
  names <- c(net$actors$id, net$initiatives$id)
  bridges <- igraph::ends(net$two_mode, igraph::bridges(net$two_mode), names = FALSE)
  found("igraph", "bridges", 1, "", paste(names[bridges[, 1]], names[bridges[, 2]]))
}

# Measures of nodes that ask for the sectors of actors; those of unknown sector are left out.
sectors <- function(net) {
  known <- net$actors$sector != ""
  sector <- net$actors$sector[known]
  ids <- net$actors$id[known]

  # sna's graph is directed: both arcs of a tie are there, so that it counts ordered pairs.
  brokers <- sna::brokerage(net$tied[known, known], sector)
  names <- c("coordinator", "consultant", "representative", "gatekeeper", "liaison")  # w_I w_O b_IO b_OI b_O
  for (role in seq_along(names)) {
    measure <- paste0("brokerage_", names[role])
    found("sna", measure, brokers$raw.nli[, role], "actors", ids)
    group <- match(sector, rownames(brokers$exp.grp))
    found("sna", paste0(measure, " expected"), brokers$exp.nli[, role], "actors", ids)
    found("sna", paste0(measure, " sd"), brokers$sd.nli[, role], "actors", ids)
  }

  counts <- vapply(sort(unique(sector)), function(one) {
    colSums(net$incidence[known, , drop = FALSE][sector == one, , drop = FALSE])
  }, numeric(ncol(net$incidence)))
  blau <- vegan::diversity(counts, index = "simpson")
  blau[rowSums(counts) == 0] <- NaN  # vegan takes a community of nobody for wholly diverse
  k <- ncol(counts)
  found("vegan", "blau_diversity", blau, "initiatives", net$initiatives$id)
  found("vegan", "qualitative_variation", blau * k / (k - 1), "initiatives", net$initiatives$id)

  # Guimera and Amaral's formula is Simpson's index of the weight of an actor's ties by sector.
  weight <- vapply(sort(unique(sector)), function(one) {
    rowSums(net$shared[, known, drop = FALSE][, sector == one, drop = FALSE])
  }, numeric(nrow(net$shared)))
  spread <- vegan::diversity(weight, index = "simpson")
  spread[rowSums(weight) == 0] <- NaN
  found("vegan", "participation_coefficient", spread, "actors", net$actors$id)
}
