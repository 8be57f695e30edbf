//! The real window.

mod fields;
mod images;
mod screens;
mod story;
mod window;

pub use window::Window;
