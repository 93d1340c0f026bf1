"""The SPARQL service and the pages, over HTTP."""
