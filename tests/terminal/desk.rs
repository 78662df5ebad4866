//! A desk to work at: a workspace of one's own, and editors beside it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// A folder of its own with the small workspace, and editors beside it.
pub(crate) struct Desk(pub(crate) PathBuf);

impl Desk {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("t12-editor-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("cards")).unwrap();
        let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/small");
        for entry in fs::read_dir(small).unwrap() {
            let file = entry.unwrap().path();
            fs::copy(&file, folder.join("cards").join(file.file_name().unwrap())).unwrap();
        }
        Self(folder)
    }

    /// An editor of that name which does what the lines of a shell script say.
    pub(crate) fn editor(&self, name: &str, script: &str) -> String {
        let file = self.0.join(name);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        file.to_str().unwrap().to_owned()
    }

    /// Where its files are.
    pub(crate) fn cards(&self) -> PathBuf {
        self.0.join("cards")
    }

    /// The file of the ropes.
    pub(crate) fn file(&self) -> PathBuf {
        self.0.join("cards/ropes.yaml")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
