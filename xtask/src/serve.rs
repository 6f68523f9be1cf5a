//! Serves `target/site` on this machine: right types, compressed, under a strict Content-Security-Policy.

use crate::build;
use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

/// Nothing inline, nothing from elsewhere. Wasm is compiled by `wasm-unsafe-eval`; the editor's marks are `data:`
/// images; a worker may be made from a Blob.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

#[derive(clap::Args)]
pub struct Options {
    /// Where to serve; 0 takes any port that is free
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the workbook in the browser
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    build: build::Options,
}

/// Builds, serves and says so, until it is stopped.
pub fn main(options: &Options) -> Result<()> {
    let site = build::build(&options.build)?;
    let server = Server::start(&site, options.port)?;
    let address = format!("http://localhost:{}", server.address.port());
    println!("Brigade is served on {address} (Ctrl-C ends it)");
    if options.open {
        open::that(&address).context("no browser could be opened")?;
    }
    server.join()
}

/// A running server; dropped, it ends.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    runtime: Runtime,
    task: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl Server {
    /// Serves the folder `site` on the given port of this machine alone.
    pub fn start(site: &Path, port: u16) -> Result<Self> {
        let runtime = Runtime::new()?;
        let listener = runtime
            .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
            .map_err(|error| match error.kind() {
                ErrorKind::AddrInUse => anyhow::anyhow!(
                    "port {port} is taken: end what listens there, or choose another with --port {}",
                    port.wrapping_add(1).max(1024)
                ),
                _ => anyhow::anyhow!("port {port} can't be opened: {error}"),
            })?;
        let address = listener.local_addr()?;
        let task = runtime.spawn(axum::serve(listener, router(site)).into_future());
        Ok(Self {
            address,
            runtime,
            task,
        })
    }

    fn join(self) -> Result<()> {
        Ok(self.runtime.block_on(self.task)??)
    }
}

fn router(site: &Path) -> Router {
    let missing = ServeFile::new(site.join("404.html"));
    let fixed = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    Router::new()
        .fallback_service(ServeDir::new(site).not_found_service(missing))
        .layer(from_fn(caching))
        .layer(CompressionLayer::new())
        .layer(fixed(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "no-referrer"))
}

/// A file whose name carries its content's hash never changes; all else is asked for again each time.
async fn caching(request: Request, next: Next) -> Response {
    let hashed = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let value = if hashed && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    response
}

/// `/app-0123456789abcdef.js`, `/app-0123456789abcdef_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split(['.', '_']).next().unwrap_or_default();
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::root;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn get(server: &Server, path: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn site(name: &str) -> std::path::PathBuf {
        let folder = root().join("target").join(name);
        let site = folder.join("site");
        std::fs::create_dir_all(site.join("naive")).unwrap();
        std::fs::write(folder.join("secret.txt"), "secret").unwrap();
        std::fs::write(site.join("index.html"), "front").unwrap();
        std::fs::write(site.join("404.html"), "no such page").unwrap();
        std::fs::write(site.join("naive/index.html"), "naive").unwrap();
        std::fs::write(site.join("app-0123456789abcdef_bg.wasm"), "\0asm").unwrap();
        site
    }

    #[test]
    fn pages_come_with_types_and_a_strict_policy() {
        let server = Server::start(&site("test-pages"), 0).unwrap();
        let front = get(&server, "/");
        assert!(front.starts_with("HTTP/1.1 200"), "{front}");
        assert!(front.contains("content-type: text/html"), "{front}");
        assert!(
            front.contains("content-security-policy: default-src 'self'"),
            "{front}"
        );
        assert!(front.contains("x-content-type-options: nosniff"), "{front}");
        assert!(front.contains("cache-control: no-cache"), "{front}");
        assert!(get(&server, "/naive/").ends_with("naive"));
        let wasm = get(&server, "/app-0123456789abcdef_bg.wasm");
        assert!(wasm.contains("content-type: application/wasm"), "{wasm}");
        assert!(wasm.contains("immutable"), "{wasm}");
    }

    #[test]
    fn nothing_outside_the_site_is_served() {
        let server = Server::start(&site("test-outside"), 0).unwrap();
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/naive/..%2f..%2fsecret.txt",
            "//secret.txt",
            "/..\\secret.txt",
        ] {
            let answer = get(&server, path);
            assert!(!answer.contains("\r\n\r\nsecret"), "{path}: {answer}");
            assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
        }
        let missing = get(&server, "/nothing");
        assert!(
            missing.starts_with("HTTP/1.1 404") && missing.ends_with("no such page"),
            "{missing}"
        );
    }

    #[test]
    fn a_taken_port_says_what_to_do() {
        let site = site("test-port");
        let server = Server::start(&site, 0).unwrap();
        let port = server.address.port();
        let Err(error) = Server::start(&site, port) else {
            panic!("two servers on one port")
        };
        assert!(
            error.to_string().contains(&format!("port {port} is taken")),
            "{error}"
        );
        assert!(error.to_string().contains("--port"), "{error}");
    }
}
