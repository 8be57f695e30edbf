//! The real window.

mod fields;
mod images;
mod screens;
mod story;
mod trouble;
mod window;

pub use window::Window;
