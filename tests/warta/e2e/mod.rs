//! The real window.

mod images;
mod screens;
mod story;
mod window;

pub use window::Window;
