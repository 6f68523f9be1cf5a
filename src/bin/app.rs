//! What the browser loads: mounts `brigade::app` on the blocks of the page.
fn main() {
    #[cfg(any(target_arch = "wasm32", feature = "app"))]
    brigade::app::start();
}
