//! What the browser loads: brings the page's blocks to life.

#[cfg(target_arch = "wasm32")]
fn main() {
    brigade::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("brigade: this program runs in a browser; build the site with `cargo xtask build`");
}
