//! The real window.

mod screens;
mod window;

pub use window::Window;
