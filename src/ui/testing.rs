//! Runs the app's tree without a window: finds elements, sends them events, lets time pass.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::first_reading::first_reading;
use super::given::Given;
use super::quick_exit::{Curtain, Face};
use super::reading::Reading;
use super::shelf::Shelf;
use crate::domain::ports::{DeviceSecret, Lifecycle, Touch};
use crate::platform::recording::{Answer, Can, HandClock, HandLocator, HandPicker, HandReminders, RecordingPhone};
use crate::session::{Place, Session};
use dioxus::dioxus_core::{
    AttributeValue, DynamicNode, ElementId, Event, NoOpMutations, ScopeId, TemplateAttribute, TemplateNode, VNode,
    VirtualDom,
};
use dioxus::html::input_data::keyboard_types::{Code, Key, Location, Modifiers};
use dioxus::html::{
    EventData, SerializedFormData, SerializedHtmlEventConverter, SerializedKeyboardData, SerializedMouseData,
    SerializedPointerData,
};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// An element of the tree as it is now.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its tag.
    pub tag: String,
    /// Its attributes.
    pub attrs: BTreeMap<String, String>,
    /// All text in it.
    pub text: String,
    id: Option<ElementId>,
}

/// The app in a tree of its own, with a phone that records.
pub struct Tree {
    /// The tree.
    pub dom: VirtualDom,
    /// What the phone was asked.
    pub phone: Arc<RecordingPhone>,
    /// What is on the screen.
    pub curtain: Curtain,
    /// How often the session was told of a leaving.
    pub left: Arc<AtomicUsize>,
    /// What the calculator asked about.
    pub asked: Arc<Mutex<Vec<String>>>,
    /// The session, with nothing set up. Its vault is a real one.
    pub session: Session,
    /// What it says about where the phone is: no position at first.
    pub locator: Arc<HandLocator>,
    /// The phone's own picker: none at first.
    pub picker: Arc<HandPicker>,
    /// The phone's notices: none at first.
    pub reminders: Arc<HandReminders>,
    /// The clock of the screens and of the session.
    pub clock: Arc<HandClock>,
    /// Where packs go.
    pub packs: std::path::PathBuf,
    /// What can be read.
    pub shelf: Shelf,
    heard: Box<dyn Fn(Lifecycle)>,
    _home: tempfile::TempDir,
}

/// The digits that lead back in tests.
pub const WAY_BACK: &str = "2468";

/// A finger.
fn pointer() -> SerializedPointerData {
    serde_json::from_value(serde_json::json!({
        "alt_key": false, "button": 0, "buttons": 1, "client_x": 0, "client_y": 0, "ctrl_key": false, "meta_key": false,
        "offset_x": 0, "offset_y": 0, "page_x": 0, "page_y": 0, "screen_x": 0, "screen_y": 0, "shift_key": false,
        "pointer_id": 1, "width": 1.0, "height": 1.0, "pressure": 0.5, "tangential_pressure": 0.0, "tilt_x": 0, "tilt_y": 0,
        "twist": 0, "pointer_type": "touch", "is_primary": true
    }))
    .unwrap()
}

fn stroke(key: Key, again: bool) -> SerializedKeyboardData {
    SerializedKeyboardData::new(key, Code::Unidentified, Location::Standard, again, Modifiers::empty(), false)
}

impl Tree {
    /// The app with a phone that opens everything.
    pub fn inside() -> Self {
        Self::with(Face::Inside, Answer::Opens)
    }

    /// The calculator.
    pub fn calculator() -> Self {
        Self::with(Face::Calculator, Answer::Opens)
    }

    /// The app with this to read.
    pub fn reading(reading: Reading) -> Self {
        Self::all_of(Face::Inside, Answer::Opens, reading, |place| place)
    }

    /// The app or the calculator, with a phone that answers like this.
    pub fn with(face: Face, answer: Answer) -> Self {
        Self::all_of(face, answer, first_reading(), |place| place)
    }

    /// The app on a device that keeps a secret of its own.
    pub fn with_device(device: Arc<dyn DeviceSecret>) -> Self {
        Self::all_of(Face::Inside, Answer::Opens, first_reading(), |place| place.with_device(Some(device)))
    }

    /// The app on a device that recognises a finger or face.
    pub fn with_touch(touch: Arc<dyn Touch>) -> Self {
        Self::all_of(Face::Inside, Answer::Opens, first_reading(), |place| place.with_touch(touch))
    }

    /// The app that takes updates signed by this key, from servers that this root vouches for.
    pub fn updating(key: Option<[u8; 32]>, root: &[u8]) -> Self {
        Self::all_of(Face::Inside, Answer::Opens, first_reading(), |place| place.with_updates(key, vec![root.to_vec()]))
    }

    /// The app on a phone that can do this.
    pub fn on_a_phone(can: impl FnOnce(&mut Can)) -> Self {
        Self::started(tempfile::tempdir().unwrap(), can)
    }

    /// The same, started again over what lies in this folder.
    pub fn started(home: tempfile::TempDir, can: impl FnOnce(&mut Can)) -> Self {
        let phone = RecordingPhone::default();
        phone.can(can);
        Self::built(home, phone, Face::Inside, first_reading(), |place| place)
    }

    fn all_of(face: Face, answer: Answer, reading: Reading, at: impl FnOnce(Place) -> Place) -> Self {
        Self::built(tempfile::tempdir().unwrap(), RecordingPhone::that(answer), face, reading, at)
    }

    fn built(
        home: tempfile::TempDir,
        phone: RecordingPhone,
        face: Face,
        reading: Reading,
        at: impl FnOnce(Place) -> Place,
    ) -> Self {
        let phone = Arc::new(phone);
        let curtain = Curtain::new(face);
        let left = Arc::new(AtomicUsize::new(0));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (count, ask) = (left.clone(), asked.clone());
        let locator = Arc::new(HandLocator::default());
        let (picker, reminders) = (Arc::new(HandPicker::default()), Arc::new(HandReminders::default()));
        let place = at(Place::new(home.path().join("papers")).at_least_cost());
        // One clock for the screens and for what they record.
        let clock = Arc::new(HandClock::at("2026-11-17T18:42:00Z".parse().unwrap()));
        let session = Session::start(place, clock.clone());
        let locking = session.clone();
        let packs = home.path().join("Packs");
        let shelf = Shelf::of(reading);
        let given = Given {
            session: session.clone(),
            packs: packs.clone(),
            phone: phone.clone(),
            locator: locator.clone(),
            picker: picker.clone(),
            reminders: reminders.clone(),
            unkept: super::unkept::Unkept::default(),
            remembered: Default::default(),
            clock: clock.clone(),
            curtain: curtain.clone(),
            on_leave: Arc::new(move || {
                count.fetch_add(1, Ordering::SeqCst);
                drop(locking.lock());
            }),
            on_way_back: Arc::new(move |digits| {
                ask.lock().unwrap().push(digits.to_owned());
                digits == WAY_BACK
            }),
            reading: shelf.clone(),
        };
        dioxus::html::set_event_converter(Box::new(SerializedHtmlEventConverter));
        let heard = Box::new(super::away::watch(given.clone()));
        let mut dom = VirtualDom::new(super::App).with_root_context(given);
        dom.rebuild(&mut NoOpMutations);
        Self {
            dom,
            phone,
            curtain,
            left,
            asked,
            session,
            locator,
            picker,
            reminders,
            clock,
            packs,
            shelf,
            heard,
            _home: home,
        }
    }

    /// The window is closed, or the page has lost its connection. Gives back the folder that the vault is in.
    pub fn close(self) -> tempfile::TempDir {
        self._home
    }

    /// The phone tells what becomes of the app.
    pub fn hear(&self, told: Lifecycle) {
        (self.heard)(told);
    }

    /// Takes a sealed file off the disk, as a failing disk would.
    pub fn remove_sealed(&self, file: crate::domain::FileId) {
        for side in ["a.files", "b.files"] {
            let _ = std::fs::remove_file(self._home.path().join("papers").join(side).join(file.to_string()));
        }
    }

    /// All text and markup.
    pub fn html(&self) -> String {
        dioxus_ssr::render(&self.dom)
    }

    /// Lets tasks and effects run for so long, of the test's own time.
    pub async fn settle(&mut self, time: Duration) {
        let end = tokio::time::Instant::now() + time;
        while tokio::time::timeout_at(end, self.dom.wait_for_work()).await.is_ok() {
            self.dom.render_immediate(&mut NoOpMutations);
        }
    }

    /// Lets the tree run until this holds: for what the session's own thread answers.
    ///
    /// # Panics
    /// When it does not come to hold.
    pub async fn until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) {
        for _ in 0..20_000 {
            if holds(self) {
                return;
            }
            self.calm().await;
            std::thread::yield_now();
        }
        panic!("{what} never came; the tree is {}", self.html());
    }

    /// Lets what is waiting run.
    pub async fn calm(&mut self) {
        self.settle(Duration::from_millis(5)).await;
    }

    /// The first element of this tag whose text contains these words.
    pub fn find(&self, tag: &str, words: &str) -> Found {
        self.all()
            .into_iter()
            .find(|found| found.tag == tag && found.text.contains(words))
            .unwrap_or_else(|| panic!("no {tag} says {words:?}"))
    }

    /// The element with this attribute, or with this value of it.
    pub fn having(&self, name: &str, value: &str) -> Option<Found> {
        self.all().into_iter().find(|found| found.attrs.get(name).is_some_and(|at| value.is_empty() || at == value))
    }

    /// The calculator's key with this on it.
    pub fn pad(&self, label: &str) -> Found {
        self.all()
            .into_iter()
            .find(|found| {
                found.tag == "button"
                    && (found.text == label || found.attrs.get("aria-label").is_some_and(|at| at == label))
            })
            .unwrap_or_else(|| panic!("no key {label:?}"))
    }

    /// Taps an element. Gives back whether the page would go on with the default.
    pub fn tap(&mut self, at: &Found) -> bool {
        self.fire(at, "click", EventData::Mouse(SerializedMouseData::default()))
    }

    /// Puts a finger down on an element.
    pub fn down(&mut self, at: &Found) {
        self.fire(at, "pointerdown", EventData::Pointer(pointer()));
    }

    /// Takes the finger up from an element.
    pub fn up(&mut self, at: &Found) {
        self.fire(at, "pointerup", EventData::Pointer(pointer()));
    }

    /// Writes into a field.
    pub fn write(&mut self, at: &Found, text: &str) {
        self.fire(at, "input", EventData::Form(SerializedFormData::new(text.into(), vec![])));
    }

    /// Presses a key of the keyboard while an element has the focus.
    pub fn key(&mut self, at: &Found, key: Key) {
        self.fire(at, "keydown", EventData::Keyboard(stroke(key, false)));
    }

    /// The key is still down, and the keyboard repeats it.
    pub fn key_again(&mut self, at: &Found, key: Key) {
        self.fire(at, "keydown", EventData::Keyboard(stroke(key, true)));
    }

    /// The focus goes elsewhere.
    pub fn focus_out(&mut self, at: &Found) {
        self.fire(at, "focusout", EventData::Focus(Default::default()));
    }

    /// Lets go of a key.
    pub fn key_up(&mut self, at: &Found, key: Key) {
        self.fire(at, "keyup", EventData::Keyboard(stroke(key, false)));
    }

    fn fire(&mut self, at: &Found, name: &str, data: EventData) -> bool {
        let event = Event::new(data.into_any(), true);
        self.dom.runtime().handle_event(name, event.clone(), at.id.expect("not mounted"));
        self.dom.process_events();
        self.dom.render_immediate(&mut NoOpMutations);
        event.default_action_enabled()
    }

    /// Every element, in order.
    pub fn all(&self) -> Vec<Found> {
        let mut out = Vec::new();
        let root = self.dom.get_scope(ScopeId::ROOT).unwrap().root_node();
        self.node(root, None, &mut out);
        out
    }

    fn node(&self, node: &VNode, up: Option<ElementId>, out: &mut Vec<Found>) -> String {
        let roots = node.template.roots.iter().enumerate();
        roots.map(|(at, root)| self.part(node, root, node.mounted_root(at, &self.dom), up, out)).collect()
    }

    fn part(
        &self,
        node: &VNode,
        part: &TemplateNode,
        own: Option<ElementId>,
        up: Option<ElementId>,
        out: &mut Vec<Found>,
    ) -> String {
        match part {
            TemplateNode::Text { text } => (*text).to_string(),
            TemplateNode::Element { tag, attrs, children, .. } => {
                let (mut found, mut own) = (BTreeMap::new(), own);
                for attr in attrs.iter() {
                    match attr {
                        TemplateAttribute::Static { name, value, .. } => {
                            found.insert((*name).to_string(), (*value).to_string());
                        }
                        TemplateAttribute::Dynamic { id } => {
                            own = own.or(node.mounted_dynamic_attribute(*id, &self.dom));
                            for attr in node.dynamic_attrs[*id].iter() {
                                let text = match &attr.value {
                                    AttributeValue::Text(text) => text.clone(),
                                    AttributeValue::Bool(on) => on.to_string(),
                                    AttributeValue::Int(number) => number.to_string(),
                                    _ => continue,
                                };
                                found.insert(attr.name.to_string(), text);
                            }
                        }
                    }
                }
                let id = own.or(up);
                let at = out.len();
                out.push(Found { tag: (*tag).to_string(), attrs: found, text: String::new(), id });
                let text: String = children.iter().map(|child| self.part(node, child, None, id, out)).collect();
                out[at].text = text.clone();
                text
            }
            TemplateNode::Dynamic { id } => match &node.dynamic_nodes[*id] {
                DynamicNode::Text(text) => text.value.clone(),
                DynamicNode::Placeholder(_) => String::new(),
                DynamicNode::Fragment(nodes) => nodes.iter().map(|node| self.node(node, up, out)).collect(),
                DynamicNode::Component(component) => component
                    .mounted_scope(*id, node, &self.dom)
                    .map(|scope| self.node(scope.root_node(), up, out))
                    .unwrap_or_default(),
            },
        }
    }
}
