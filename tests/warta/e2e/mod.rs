//! The real window.

mod screens;
mod story;
mod window;

pub use window::Window;
