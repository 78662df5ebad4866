use super::{Command, Topic, always};

pub(super) const TOPIC: Topic = Topic {
    title: "Share the screen",
    commands: &[Command {
        id: "present",
        title: "Present",
        help: "The list of gaps as full screens for a room: Space goes on, q comes back.",
        keys: &["P"],
        argument: None,
        hint: None,
        available: always,
        run: |model, _| {
            if let Err(why) = model.present(None, false) {
                model.tell(why);
            }
            Vec::new()
        },
    }],
};
