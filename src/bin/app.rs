//! What the browser loads: mounts `brigade::app` on the blocks of the page.
fn main() {}
