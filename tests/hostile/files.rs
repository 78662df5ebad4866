//! One path at a time: what is no file of UTF-8 text is refused with its reason.

use std::fs;
use std::path::Path;

use t12::workspace::{ReadCause, read};

use super::folder;

/// The message for a path that cannot be read, without the path.
fn told(path: &Path) -> String {
    let problem = read(path).unwrap_err();
    let message = problem.to_string();
    assert!(message.starts_with(&*path.to_string_lossy()), "{message:?} names the file");
    problem.cause.to_string()
}

#[test]
fn a_missing_file_and_a_folder() {
    let folder = folder("missing");
    assert_eq!(told(&folder.join("none.yaml")), "there is no such file");
    assert_eq!(told(&folder), "this is a folder, not a file");
    fs::write(folder.join("file"), "a: 1\n").unwrap();
    assert_eq!(told(&folder.join("file").join("below.yaml")), "there is no such file");
}

#[test]
fn a_file_beyond_the_limit_is_refused_before_it_is_read() {
    let path = folder("large").join("large.yaml");
    fs::File::create(&path).unwrap().set_len(t12::yaml::MAX_BYTES as u64 + 1).unwrap();
    assert_eq!(told(&path), "the file is larger than 64 MiB");
}

#[test]
fn a_name_with_terminal_commands_is_told_without_them() {
    let path = folder("name").join("\u{1b}[2Jx\u{202e}.yaml");
    let message = read(&path).unwrap_err().to_string();
    assert!(!message.chars().any(t12::text::is_hidden), "{message:?}");
}

#[test]
fn an_empty_file_is_an_empty_text() {
    let path = folder("empty").join("empty.yaml");
    fs::write(&path, "").unwrap();
    assert_eq!(&*read(&path).unwrap(), "");
}

#[test]
fn other_encodings_are_named_with_their_place() {
    let path = folder("encoding").join("latin.yaml");
    fs::write(&path, b"title: ok\nsummary: d\xe9j\xe0\n").unwrap();
    let problem = read(&path).unwrap_err();
    let ReadCause::NotUtf8 { readable, offset, line, encoding } = problem.cause else { panic!("{problem}") };
    assert_eq!((offset, line, encoding), (20, 2, Some("Latin-1 or Windows-1252")));
    assert_eq!(&*readable, "title: ok\nsummary: d\u{fffd}j\u{fffd}");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;
    use crate::make_pipe;

    #[test]
    fn pipes_sockets_and_devices_are_not_opened() {
        let folder = folder("special");
        let pipe = folder.join("pipe.yaml");
        make_pipe(&pipe);
        assert_eq!(told(&pipe), "this is a named pipe, not a file");
        let link = folder.join("link.yaml");
        symlink(&pipe, &link).unwrap();
        assert_eq!(told(&link), "this is a named pipe, not a file");
        assert_eq!(told(Path::new("/dev/null")), "this is a device, not a file");
        // The path of a socket is limited to about 100 bytes, so it is made in the system's temporary folder.
        let socket = std::env::temp_dir().join(format!("t12-{}.yaml", std::process::id()));
        let _ = fs::remove_file(&socket);
        let listener = UnixListener::bind(&socket).unwrap();
        assert_eq!(told(&socket), "this is a socket, not a file");
        drop(listener);
        fs::remove_file(&socket).unwrap();
    }

    #[test]
    fn links_that_lead_in_a_circle_or_nowhere() {
        let folder = folder("links");
        let (a, b) = (folder.join("a.yaml"), folder.join("b.yaml"));
        symlink(&a, &b).unwrap();
        symlink(&b, &a).unwrap();
        assert_eq!(told(&a), "the symbolic links lead in a circle");
        let nowhere = folder.join("nowhere.yaml");
        symlink(folder.join("gone"), &nowhere).unwrap();
        assert_eq!(told(&nowhere), "there is no such file");
    }

    #[test]
    fn a_file_without_permission_says_so_unless_permissions_do_not_count() {
        let path = folder("denied").join("denied.yaml");
        fs::write(&path, "a: 1\n").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        if rustix::process::geteuid().is_root() {
            assert_eq!(&*read(&path).unwrap(), "a: 1\n");
        } else {
            assert_eq!(told(&path), "no permission to read this file");
        }
    }
}
