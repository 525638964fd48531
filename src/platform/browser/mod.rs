//! Serves the app on 127.0.0.1, for a machine without a display and for the tests in a real browser.
//!
//! Only whoever read the address that was printed gets in: it carries a token that works once and is exchanged for a cookie.
//! Host and Origin are checked on every request, so that no other page and no renamed host can reach the app.

mod gate;

use axum::Router;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{RawQuery, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use dioxus::prelude::VirtualDom;
use dioxus_liveview::{LiveViewPool, axum_socket, interpreter_glue};
use gate::Gate;
use std::net::Ipv4Addr;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Why the app could not be served.
#[derive(Debug, thiserror::Error)]
pub enum BrowserError {
    /// The port is taken, or the system refuses to listen.
    #[error("could not listen on 127.0.0.1: {0}")]
    Listen(#[from] std::io::Error),
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    Random,
}

/// Makes the page around the app from a nonce for its scripts and styles, and the script that connects it.
pub type MakePage = dyn Fn(&str, &str) -> String + Send + Sync;
/// Makes a fresh tree of the app; one for each page that is opened.
pub type MakeApp = dyn Fn() -> VirtualDom + Send + Sync;

struct Served {
    gate: Gate,
    page: Box<MakePage>,
    app: Arc<MakeApp>,
    pool: LiveViewPool,
}

/// Serves the app until the program is ended. `port` 0 takes a free one. Prints the address to open, once.
///
/// # Errors
/// When the port cannot be had, or the system gives no random bytes.
pub fn serve(port: u16, page: Box<MakePage>, app: Arc<MakeApp>) -> Result<(), BrowserError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        let gate = Gate::new(address)?;
        println!("Open once: http://{address}/?key={}", gate.key());
        axum::serve(listener, router(gate, page, app)).await?;
        Ok(())
    })
}

fn router(gate: Gate, page: Box<MakePage>, app: Arc<MakeApp>) -> Router {
    let served = Arc::new(Served { gate, page, app, pool: LiveViewPool::new() });
    Router::new()
        .route("/", get(index))
        .route("/ws", get(socket))
        .layer(middleware::from_fn_with_state(served.clone(), at_the_door))
        .with_state(served)
}

/// Refuses other hosts and origins, and sockets without the cookie; and marks every answer as one to keep nowhere.
async fn at_the_door(State(served): State<Arc<Served>>, request: Request, next: Next) -> Response {
    let (gate, headers, is_socket) = (&served.gate, request.headers(), request.uri().path() == "/ws");
    let mut response = if gate.admits(headers, is_socket) && (!is_socket || gate.knows(headers)) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn index(
    State(served): State<Arc<Served>>,
    RawQuery(query): RawQuery,
    headers: axum::http::HeaderMap,
) -> Response {
    if let Some(key) = query.as_deref().and_then(|query| query.strip_prefix("key=")) {
        return match served.gate.exchange(key) {
            Some(cookie) => {
                (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, "/".into())]).into_response()
            }
            None => StatusCode::FORBIDDEN.into_response(),
        };
    }
    if !served.gate.knows(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Ok(nonce) = gate::random_hex() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    // The tree's own scripts need `eval`: it is how Dioxus asks the page for a focus or a place.
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'unsafe-eval'; style-src 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; \
         font-src data:; img-src data: blob:; media-src blob:; connect-src ws://{}; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
        served.gate.address()
    );
    let glue = interpreter_glue("/ws").replacen("<script>", &format!("<script nonce=\"{nonce}\">"), 1);
    ([(header::CONTENT_SECURITY_POLICY, policy)], Html((served.page)(&nonce, &glue))).into_response()
}

async fn socket(State(served): State<Arc<Served>>, upgrade: WebSocketUpgrade) -> Response {
    let (pool, app) = (served.pool.clone(), served.app.clone());
    upgrade.on_upgrade(move |socket| async move {
        // The page is gone when this ends; there is nobody left to tell.
        let _ = pool.launch_virtualdom(axum_socket(socket), move || app()).await;
    })
}

#[cfg(test)]
mod tests;
