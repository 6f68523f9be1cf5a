// Day or night service before the first paint: what was chosen here, else what the system says. The app has the switch.
{
  let kept = null;
  try {
    kept = localStorage.getItem("brigade-theme");
  } catch {
    // Storage is off: the system decides.
  }
  const dark = kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
