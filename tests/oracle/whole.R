# Measures of the whole network.

whole <- function(net) {
  a <- nrow(net$incidence)
  b <- ncol(net$incidence)
  graph <- net$of_actors

  # A two-mode network fills a corner of the square: gden's share of all pairs, of which a * b are possible.
  everyone <- a + b
  found("sna", "density_two_mode", sna::gden(net$both, mode = "graph") * everyone * (everyone - 1) / 2 / (a * b))
  found("sna", "density", sna::gden(net$tied, mode = "graph"))
  found("igraph", "degeneracy", max(igraph::coreness(net$two_mode)))
  found("sna", "degeneracy", max(sna::kcores(net$both, mode = "graph")))
  parts <- igraph::components(net$two_mode)
  found("igraph", "components", parts$no)
  found("sna", "components", sna::components(net$both, connected = "weak"))
  found("igraph", "largest_component_share", max(parts$csize) / everyone)
  # Krackhardt's connectedness is the share of pairs that reach each other.
  found("sna", "fragmentation", 1 - sna::connectedness(net$tied))

  of_projection <- igraph::components(graph)
  # Of several largest, that of the first actor, as ids are sorted.
  largest <- of_projection$membership[which(of_projection$csize[of_projection$membership] == max(of_projection$csize))[1]]
  part <- igraph::induced_subgraph(graph, which(of_projection$membership == largest))
  found("igraph", "mean_distance", igraph::mean_distance(part, weights = NA, directed = FALSE))
  found("igraph", "mean_distance weighted", igraph::mean_distance(part, directed = FALSE))
  found("igraph", "diameter", igraph::diameter(part, directed = FALSE, weights = NA))
  steps <- sna::geodist(net$tied)$gdist[of_projection$membership == largest, of_projection$membership == largest]
  found("sna", "mean_distance", mean(steps[upper.tri(steps)]))
  found("sna", "diameter", max(steps))

  for (name in c("degree", "betweenness", "closeness")) {
    measure <- list(degree = sna::degree, betweenness = sna::betweenness, closeness = sna::closeness)[[name]]
    found("sna", paste0(name, "_centralization"), sna::centralization(net$tied, measure, mode = "graph"))
  }
  loose <- igraph::graph_from_adjacency_matrix(net$tied, mode = "undirected")
  found("igraph", "degree_centralization", igraph::centr_degree(loose, loops = FALSE)$centralization)
  found("igraph", "degree_centralization with loops", igraph::centr_degree(loose, loops = TRUE)$centralization)
  found("igraph", "betweenness_centralization", igraph::centr_betw(loose, directed = FALSE)$centralization)
  if (of_projection$no == 1) {
    found("igraph", "closeness_centralization", igraph::centr_clo(loose, mode = "all")$centralization)
  }
  found("igraph", "clustering", igraph::transitivity(loose, type = "global"))
  found("sna", "clustering", sna::gtrans(net$tied, mode = "graph", measure = "weak"))

  # Robins and Alexander: induced paths of four nodes and squares, as igraph counts motifs; each square has four
  # paths of three edges that are not induced.
  motifs <- igraph::motifs(net$two_mode, size = 4)
  square <- motifs[igraph::graph.isoclass(igraph::make_ring(4)) + 1]
  path <- motifs[igraph::graph.isoclass(igraph::make_ring(4, circular = FALSE)) + 1]
  found("igraph", "robins_alexander", 4 * square / (path + 4 * square))

  found("vegan", "nodf", vegan::nestednodf(net$incidence)$statistic["NODF"])
  found("vegan", "nodf unsorted", vegan::nestednodf(net$incidence, order = FALSE)$statistic["NODF"])

  times <- rowSums(net$incidence)  # Gini's mean difference, of all pairs with each pair twice and each with itself
  found("base", "gini_participation", mean(abs(outer(times, times, "-"))) / (2 * mean(times)))

  known <- net$actors$sector != ""
  sector <- net$actors$sector[known]
  among <- net$tied[known, known]
  within <- outer(sector, sector, "==")
  found("base", "ei_index", (sum(among[!within]) - sum(among[within])) / sum(among))
  found("igraph", "assortativity_sector", igraph::assortativity_nominal(
    igraph::graph_from_adjacency_matrix(among, mode = "undirected"), as.integer(factor(sector)), directed = FALSE
  ))

  # Barber's modularity of the modules we found, written out.
  surplus <- net$incidence - outer(rowSums(net$incidence), colSums(net$incidence)) / sum(net$incidence)
  same <- outer(net$actors$module, net$initiatives$module, "==")
  found("base", "modularity", sum(surplus[same]) / sum(net$incidence))

  # Newman's modularity, weighted, of the communities we found; and the best that R's igraph finds in 100 runs.
  community <- as.integer(factor(net$actors$community))
  found("igraph", "communities", igraph::modularity(graph, community, weights = igraph::E(graph)$weight))
  found("igraph", "communities unweighted", igraph::modularity(graph, community))
  best <- max(vapply(1:100, function(run) {
    groups <- igraph::cluster_leiden(graph, objective_function = "modularity", n_iterations = 10)
    igraph::modularity(graph, igraph::membership(groups), weights = igraph::E(graph)$weight)
  }, 0))
  found("igraph", "communities best", best)

  # Borgatti and Everett's fit, of the core we found, as R's own correlation.
  core <- net$actors$core == "1"
  pairs <- upper.tri(net$tied)
  found("base", "core_periphery", cor(net$tied[pairs], outer(core, core, "|")[pairs]))
}
