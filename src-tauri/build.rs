//! Prepares the window: which commands it may call, and the capability file.

fn main() {
    println!("cargo:rerun-if-changed=assets");
    #[cfg(feature = "desktop")]
    {
        let commands = tauri_build::AppManifest::new().commands(&[
            "call",
            "subscribe",
            "upload",
            "open_link",
            "restore_backup",
            "open_workspace",
            "leave",
            "open_check_in",
            "full_screen",
        ]);
        let attributes = tauri_build::Attributes::new()
            .capabilities_path_pattern("./src-tauri/capabilities/**/*")
            .app_manifest(commands);
        if let Err(cause) = tauri_build::try_build(attributes) {
            println!("cargo:warning={cause:#}");
            std::process::exit(1);
        }
    }
}
