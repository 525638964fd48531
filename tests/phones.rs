//! What goes into the app for phones: permissions, names, icons, rules, and the methods of Android that Rust calls by name.
//! No merged manifest can be made without Android's own tools, so this looks at what goes into it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "phones/android_api.rs"]
mod android_api;
#[path = "phones/icons.rs"]
mod icons;
#[path = "phones/kotlin.rs"]
mod kotlin;
#[path = "phones/kotlin_compiled.rs"]
mod kotlin_compiled;
#[path = "phones/kotlin_stand_ins.rs"]
mod kotlin_stand_ins;
#[path = "phones/system_names.rs"]
mod system_names;

use std::collections::BTreeSet;
use std::path::PathBuf;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn toml(file: &str) -> toml::Table {
    read(file).parse().unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The elements of an XML file that have this name, each as its own text from `<name` to `>`; comments are not looked at.
fn elements(xml: &str, name: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once("<!--") {
        plain.push_str(before);
        rest = after.split_once("-->").expect("a comment ends").1;
    }
    plain.push_str(rest);
    let opens = format!("<{name}");
    plain
        .match_indices(&opens)
        .filter(|(at, _)| plain[at + opens.len()..].starts_with([' ', '\n', '>', '/']))
        .map(|(at, _)| plain[at..at + plain[at..].find('>').expect("a tag ends") + 1].to_owned())
        .collect()
}

fn attribute(element: &str, name: &str) -> Option<String> {
    let (_, after) = element.split_once(&format!("{name}=\""))?;
    Some(after.split_once('"')?.0.to_owned())
}

const MANIFEST: &str = "phones/android/AndroidManifest.xml";
const PLIST: &str = "phones/ios/Info.plist";

/// What stands in the first column of the table under a heading of `docs/permissions.md`.
fn documented(heading: &str) -> BTreeSet<String> {
    let page = read("docs/permissions.md");
    let part = page.split("\n## ").find(|part| part.starts_with(heading)).expect("the heading");
    part.lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` | "))
        .inspect(|(name, why)| assert!(why.len() > 20, "{name} has no reason"))
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn android_is_asked_for_exactly_what_the_page_says() {
    let asked: BTreeSet<String> = elements(&read(MANIFEST), "uses-permission")
        .iter()
        .map(|element| attribute(element, "android:name").expect("a name"))
        .collect();
    assert!(asked.len() >= 3);
    assert_eq!(asked, documented("Android"));
}

#[test]
fn a_phone_without_what_a_permission_is_for_gets_the_app_too() {
    let manifest = read(MANIFEST);
    let spared: BTreeSet<String> = elements(&manifest, "uses-feature")
        .iter()
        .inspect(|element| assert_eq!(attribute(element, "android:required").as_deref(), Some("false"), "{element}"))
        .map(|element| attribute(element, "android:name").expect("a name"))
        .collect();
    // What a shop takes as needed where nothing says otherwise: Android's list of features that permissions imply.
    for (permission, implied) in [
        ("CAMERA", &["camera", "camera.autofocus"][..]),
        ("RECORD_AUDIO", &["microphone"]),
        ("ACCESS_COARSE_LOCATION", &["location", "location.network"]),
        ("ACCESS_FINE_LOCATION", &["location", "location.gps"]),
    ] {
        assert!(
            manifest.contains(&format!("android.permission.{permission}\"")),
            "{permission} is not asked for any more"
        );
        for feature in implied {
            assert!(spared.contains(&format!("android.hardware.{feature}")), "{feature} is needed for {permission}");
        }
    }
}

#[test]
fn ios_is_asked_for_exactly_what_the_page_says() {
    let asked: BTreeSet<String> = read(PLIST)
        .split("<key>")
        .filter_map(|part| part.split_once("</key>"))
        .filter(|(key, _)| key.ends_with("UsageDescription"))
        .map(|(key, after)| {
            let sentence =
                after.trim().strip_prefix("<string>").and_then(|rest| rest.split_once("</string>")).unwrap().0;
            assert!(sentence.ends_with('.') && !sentence.to_lowercase().contains("stalk"), "{sentence}");
            key.to_owned()
        })
        .collect();
    assert_eq!(asked, documented("iOS"));
}

#[test]
fn nothing_of_the_app_can_be_opened_from_outside_but_its_two_names() {
    let manifest = read(MANIFEST);
    let mut open = Vec::new();
    for kind in ["activity", "activity-alias", "service", "receiver", "provider"] {
        for element in elements(&manifest, kind) {
            if element.contains("tools:node=\"remove\"") {
                continue;
            }
            let name = attribute(&element, "android:name").expect("a name");
            match attribute(&element, "android:exported").as_deref() {
                Some("true") => open.push((kind, name)),
                Some("false") => {}
                _ => panic!("{name} does not say whether it is exported"),
            }
        }
    }
    assert_eq!(open, [("activity-alias", ".Daybook".to_owned()), ("activity-alias", ".Calculator".to_owned())]);
    // Each of the two only starts the app: no address leads into it. What the receiver hears, only Android may send.
    assert_eq!(elements(&manifest, "intent-filter").len(), 3);
    assert_eq!(elements(&manifest, "data").len(), 0);
    let words: Vec<String> = ["action", "category"]
        .iter()
        .flat_map(|kind| elements(&manifest, kind))
        .map(|word| attribute(&word, "android:name").expect("a name"))
        .collect();
    let (opens, tells): (Vec<&str>, Vec<&str>) = words
        .iter()
        .map(|word| word.strip_prefix("android.intent.").expect("Android's own"))
        .partition(|word| ["action.MAIN", "category.LAUNCHER"].contains(word));
    assert_eq!(opens.len(), 4);
    assert_eq!(
        tells,
        ["action.BOOT_COMPLETED", "action.MY_PACKAGE_REPLACED", "action.TIME_SET", "action.TIMEZONE_CHANGED"]
    );
}

#[test]
fn one_of_the_two_names_is_on_when_the_app_is_installed_and_rust_knows_both() {
    use steadfast::platform::android::Name;
    let aliases = elements(&read(MANIFEST), "activity-alias");
    let on = |alias: &String| attribute(alias, "android:enabled").as_deref() == Some("true");
    let named = |alias: &String| attribute(alias, "android:name").unwrap();
    let (on, off): (Vec<String>, Vec<String>) = aliases.into_iter().partition(on);
    assert_eq!(on.iter().map(named).collect::<Vec<_>>(), [Name::Daybook.component()]);
    assert_eq!(off.iter().map(named).collect::<Vec<_>>(), [Name::Calculator.component()]);
}

#[test]
fn no_backup_and_no_move_to_another_phone_takes_anything() {
    let manifest = read(MANIFEST);
    let application = &elements(&manifest, "application")[0];
    assert_eq!(attribute(application, "android:allowBackup").as_deref(), Some("false"));
    assert_eq!(attribute(application, "android:fullBackupContent").as_deref(), Some("@xml/backup_rules"));
    assert_eq!(attribute(application, "android:dataExtractionRules").as_deref(), Some("@xml/transfer_rules"));
    let all = [
        "root",
        "file",
        "database",
        "sharedpref",
        "external",
        "device_root",
        "device_file",
        "device_database",
        "device_sharedpref",
    ];
    let excluded = |part: &str| {
        assert!(elements(part, "include").is_empty());
        let found: Vec<String> =
            elements(part, "exclude").iter().map(|one| attribute(one, "domain").unwrap()).collect();
        assert_eq!(found, all);
        assert!(elements(part, "exclude").iter().all(|one| attribute(one, "path").as_deref() == Some(".")));
    };
    excluded(&read("phones/android/res/xml/backup_rules.xml"));
    let transfer = read("phones/android/res/xml/transfer_rules.xml");
    let (cloud, device) = transfer.split_once("<device-transfer>").unwrap();
    excluded(cloud);
    excluded(device);
}

#[test]
fn nothing_is_sent_in_the_clear_but_to_this_phone_itself() {
    let manifest = read(MANIFEST);
    let application = &elements(&manifest, "application")[0];
    assert_eq!(attribute(application, "android:usesCleartextTraffic").as_deref(), Some("false"));
    assert_eq!(attribute(application, "android:networkSecurityConfig").as_deref(), Some("@xml/network_rules"));
    let rules = read("phones/android/res/xml/network_rules.xml");
    let base = elements(&rules, "base-config");
    assert_eq!(attribute(&base[0], "cleartextTrafficPermitted").as_deref(), Some("false"));
    assert_eq!(elements(&rules, "domain"), ["<domain includeSubdomains=\"false\">"]);
    assert!(rules.contains(">127.0.0.1</domain>"));
    assert_eq!(
        elements(&rules, "certificates"),
        ["<certificates src=\"system\" />"],
        "no certificate that somebody put there"
    );
    assert!(!rules.contains("debug-overrides"));
    assert!(!read(PLIST).contains("NSAppTransportSecurity"), "no exception on iOS");
}

#[test]
fn only_finished_packs_can_be_lent() {
    let manifest = read(MANIFEST);
    let provider = &elements(&manifest, "provider")[0];
    assert_eq!(attribute(provider, "android:authorities").as_deref(), Some("${applicationId}.files"));
    assert_eq!(attribute(provider, "android:grantUriPermissions").as_deref(), Some("true"));
    let lent = read("phones/android/res/xml/lent_files.xml");
    assert_eq!(elements(&lent, "files-path"), ["<files-path name=\"packs\" path=\"Packs/\" />"]);
    for other in ["root-path", "cache-path", "external-path", "external-files-path"] {
        assert!(elements(&lent, other).is_empty(), "{other}");
    }
}

#[test]
fn a_change_of_text_size_or_night_mode_does_not_end_the_process() {
    let manifest = read(MANIFEST);
    let activity = elements(&manifest, "activity").remove(0);
    let handled = attribute(&activity, "android:configChanges").unwrap();
    let handled: Vec<&str> = handled.split('|').collect();
    for change in
        ["orientation", "screenSize", "smallestScreenSize", "screenLayout", "fontScale", "density", "uiMode", "locale"]
    {
        assert!(handled.contains(&change), "{change}");
    }
    assert_eq!(attribute(&activity, "android:launchMode").as_deref(), Some("singleTask"));
}

#[test]
fn nothing_opens_the_app_on_ios_or_keeps_it_running_and_no_other_app_sees_into_its_folder() {
    let plist = read(PLIST);
    let keys: Vec<(&str, &str)> = plist
        .split("<key>")
        .filter_map(|part| part.split_once("</key>"))
        .map(|(key, after)| (key, after.trim_start()))
        .collect();
    assert!(keys.len() > 20, "only {}", keys.len());
    // An address of its own or of a web site, a file that it says it opens, a handed-on activity, a shortcut of Siri's: each
    // would let others open it. The last would let it run unseen.
    for none in [
        "CFBundleURLTypes",
        "com.apple.developer.associated-domains",
        "CFBundleDocumentTypes",
        "UTExportedTypeDeclarations",
        "UTImportedTypeDeclarations",
        "NSUserActivityTypes",
        "INIntentsSupported",
        "UIApplicationShortcutItems",
        "UISupportsDocumentBrowser",
        "NSExtension",
        "BGTaskSchedulerPermittedIdentifiers",
        "UIBackgroundModes",
    ] {
        assert!(!plist.contains(none), "{none}");
    }
    for off in ["UIFileSharingEnabled", "LSSupportsOpeningDocumentsInPlace"] {
        let (_, value) = keys.iter().find(|(key, _)| *key == off).unwrap_or_else(|| panic!("{off} is not said"));
        assert!(value.starts_with("<false/>"), "{off}");
    }
}

#[test]
fn identifier_version_and_names_agree_everywhere() {
    let dx = toml("Dioxus.toml");
    let identifier = dx["bundle"]["identifier"].as_str().unwrap();
    let cargo = toml("Cargo.toml");
    let version = cargo["package"]["version"].as_str().unwrap();
    let plist = read(PLIST);
    let said = |key: &str| {
        let (_, after) =
            plist.split_once(&format!("<key>{key}</key>\n\t<string>")).unwrap_or_else(|| panic!("no {key}"));
        after.split_once("</string>").unwrap().0.to_owned()
    };
    assert_eq!(said("CFBundleIdentifier"), identifier);
    assert_eq!(said("CFBundleShortVersionString"), version);
    assert_eq!(said("CFBundleVersion"), version);
    assert_eq!(said("CFBundleExecutable"), cargo["package"]["name"].as_str().unwrap());
    assert_eq!(said("MinimumOSVersion"), dx["ios"]["deployment_target"].as_str().unwrap());
    assert!(
        read("phones/android/MainActivity.kt").contains(&format!("typealias BuildConfig = {identifier}.BuildConfig\n"))
    );
    assert_eq!(dx["android"]["min_sdk"].as_integer(), dx["application"]["android_min_sdk_version"].as_integer());
    assert_eq!(dx["android"]["min_sdk"].as_integer(), Some(26));
    for (table, key) in [
        ("application", "android_manifest"),
        ("application", "android_main_activity"),
        ("application", "ios_info_plist"),
    ] {
        assert!(root().join(dx[table][key].as_str().unwrap()).exists(), "{key}");
    }
    let names = read("phones/android/res/values/plain_names.xml");
    assert!(names.contains(&format!(">{}<", said("CFBundleDisplayName"))));
}

#[test]
fn what_a_phone_shows_says_nothing() {
    let mut shown = vec![read("phones/android/res/values/plain_names.xml")];
    for part in read(PLIST).split("<string>").skip(1) {
        shown.push(part.split("</string>").next().unwrap().to_owned());
    }
    let dx = toml("Dioxus.toml");
    shown.push(dx["bundle"]["identifier"].as_str().unwrap().to_owned());
    shown.push(dx["bundle"]["short_description"].as_str().unwrap().to_owned());
    for words in shown {
        // The program's own name stands in the bundle and is shown nowhere.
        let plain = words.to_lowercase();
        for word in ["stalk", "abuse", "evidence", "police", "safety", "victim", "999"] {
            assert!(!plain.contains(word), "{word} in {words}");
        }
        assert!(!plain.contains("steadfast") || plain == "steadfast", "{words}");
    }
}

#[test]
fn what_the_files_point_at_is_there() {
    let res = root().join("phones/android/res");
    let mut texts = vec![read(MANIFEST)];
    let mut defined = BTreeSet::new();
    for folder in std::fs::read_dir(&res).unwrap() {
        let folder = folder.unwrap();
        let kind = folder.file_name().to_string_lossy().split('-').next().unwrap().to_owned();
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            match kind.as_str() {
                "values" => {
                    for kind in ["string", "color", "style", "bool"] {
                        for element in elements(&text, kind) {
                            defined.insert(format!("{kind}/{}", attribute(&element, "name").unwrap()));
                        }
                    }
                }
                _ => drop(defined.insert(format!("{kind}/{}", path.file_stem().unwrap().to_string_lossy()))),
            }
            texts.push(text);
        }
    }
    let mut pointed = 0;
    for text in &texts {
        for part in text.split("\"@").skip(1).chain(text.split(">@").skip(1)) {
            let name = part.split(['"', '<']).next().unwrap();
            pointed += 1;
            assert!(defined.contains(name) || name.starts_with("style/Theme.AppCompat."), "nothing is called @{name}");
        }
    }
    assert!(pointed > 15, "only {pointed}");
}

#[test]
fn the_scan_of_xml_sees_what_is_there_and_not_what_is_commented_out() {
    let xml = "<a><!-- <b x=\"1\"/> --><b\n x=\"2\"><bc x=\"3\"/></b></a>";
    assert_eq!(elements(xml, "b"), ["<b\n x=\"2\">"]);
    assert_eq!(attribute("<b\n x=\"2\">", "x").as_deref(), Some("2"));
}
