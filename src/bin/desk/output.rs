//! What goes to the terminal. A pipe that was closed is no reason to fail in the middle of a write.

use std::io::{IsTerminal, Write};
use std::sync::OnceLock;

use indicatif::{ProgressBar, ProgressStyle};

/// A line on standard output, flushed: whoever reads it may rely on what it says.
pub fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}");
    let _ = out.flush();
}

/// A line on standard error.
pub fn problem(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// A progress bar on a terminal, which shows itself only when the work takes over a second.
pub fn progress(what: &'static str) -> impl Fn(u64, u64) + Send + Sync + 'static {
    let bar: OnceLock<ProgressBar> = OnceLock::new();
    let started = std::time::Instant::now();
    move |done, total| {
        if !std::io::stderr().is_terminal() || started.elapsed().as_secs() < 1 {
            return;
        }
        let bar = bar.get_or_init(|| {
            let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}");
            ProgressBar::new(total)
                .with_message(what)
                .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        bar.set_length(total);
        bar.set_position(done);
        if done >= total {
            bar.finish_and_clear();
        }
    }
}

/// Waits before a try, and says why.
pub fn wait_before_try(seconds: u64, failed: u32) {
    let unit = if seconds == 1 { "second" } else { "seconds" };
    problem(&format!(
        "Waiting {seconds} {unit}: {failed} tries failed. The wait slows down anybody who guesses. Nothing is lost."
    ));
    let left = progress("Waiting");
    for done in 0..seconds {
        left(done, seconds);
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
    left(seconds, seconds);
}
