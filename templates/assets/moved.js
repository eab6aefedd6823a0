// Leads from an address that a page had before to the present one, to the same place on it.
const to = document.getElementById("moved").dataset.to;
location.replace(new URL(to, location.href).href + location.hash);
