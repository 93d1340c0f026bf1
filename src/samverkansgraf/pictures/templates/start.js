/* Everything is there: show the whole picture, or what the address asks for. */

showAll();
filter();
if (location.hash.length > 1 && isState(location.hash.slice(1))) recall(location.hash.slice(1));
