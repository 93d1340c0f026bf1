/* Everything is there: show the whole picture, or what the address asks for. */

// The picture is as high as the window lets it be below what stands above it.
document.documentElement.style.setProperty("--above", `${Math.ceil(place.getBoundingClientRect().top + window.scrollY)}px`);
network.setSize("100%", "100%");
showAll();
filter();
if (location.hash.length > 1 && isState(location.hash.slice(1))) recall(location.hash.slice(1));
