//! Android itself, through JNI. Carries out what [`super::AndroidPhone`] decides.
//!
//! - Classes of Android are found from any thread; the app's own only through its class loader.
//! - What touches the window runs on Android's own thread, through the web view's queue, and is waited for briefly.
//! - An exception is always taken back before the next call, and what it says is not kept: it may quote an address.

#![allow(unsafe_code, reason = "the pointers that Android hands over have no type")]

pub mod answers;
pub(super) mod calls;
mod documents;
mod finger;
mod places;

use super::errand::errand;
use super::intent::Intent;
use super::java::{self, Method};
use super::{Android, AndroidError, Name};
use calls::{call, call_static, make, object, own_class, static_value, string, taken, text, words};
use dioxus::mobile::wry::prelude::dispatch;
use jni::objects::{GlobalRef, JObject, JValue};
use jni::{JNIEnv, JavaVM};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Local references that one call may need.
const FRAME: i32 = 32;
/// How long the window's thread may take. Longer, and the person would see the app stand still.
const PATIENCE: Duration = Duration::from_millis(500);

/// Android, as this process sees it.
#[derive(Clone)]
pub struct System {
    vm: Arc<JavaVM>,
    activity: GlobalRef,
    /// Whether Java knows whom to give its answers.
    hears: bool,
}

/// What a JNI call gives, or why not.
pub(super) type Call<T> = Result<T, AndroidError>;

impl System {
    /// Remembers the screen that started the app. `None` if there is no Java here.
    ///
    /// Must be called from `main` and nowhere later: `ndk_context` panics once the screen is gone, and a panic here would end
    /// the app, 999 with it.
    pub fn here() -> Option<Self> {
        let context = ndk_context::android_context();
        // SAFETY: `main` runs after `tao` has set the context, from pointers that Android gave it; the virtual machine lives
        // as long as the process.
        let vm = unsafe { JavaVM::from_raw(context.vm().cast()) }.ok()?;
        // SAFETY: `tao` holds a global reference to the Activity for as long as its screen lives, and here it has just begun.
        // The object only borrows it: `JObject` deletes nothing.
        let borrowed = unsafe { JObject::from_raw(context.context().cast()) };
        let activity = vm.attach_current_thread().ok()?.new_global_ref(borrowed).ok()?;
        let mut system = Self { vm: Arc::new(vm), activity, hears: false };
        system.hears = system.with(answers::register).is_ok();
        Some(system)
    }

    /// Runs calls on this thread, with the screen that started the app.
    pub(super) fn with<T>(&self, calls: impl FnOnce(&mut JNIEnv<'_>, &JObject<'_>) -> Call<T>) -> Call<T> {
        let mut env = self.vm.attach_current_thread().map_err(|_| AndroidError::Refused)?;
        in_frame(&mut env, |env| calls(env, &self.activity))
    }

    /// A reference that outlives its frame.
    fn hold(&self, env: &mut JNIEnv<'_>, thing: &JObject<'_>) -> Call<GlobalRef> {
        let held = env.new_global_ref(thing);
        taken(env, held)
    }

    /// Where the journal lies: in a folder that Android leaves out of backups and of the move to another phone.
    ///
    /// # Errors
    /// When Android does not say.
    pub fn journal_dir(&self) -> Call<PathBuf> {
        self.with(|env, activity| path_of(env, activity, java::NO_BACKUP))
    }

    /// Where files lie that may be lent to other apps.
    ///
    /// # Errors
    /// When Android does not say.
    pub fn files_dir(&self) -> Call<PathBuf> {
        self.with(|env, activity| path_of(env, activity, java::FILES))
    }

    /// Runs calls on the window's own thread. Must not be called from it.
    fn on_window(&self, calls: impl FnOnce(&mut JNIEnv<'_>, &JObject<'_>) -> Call<()> + Send + 'static) -> Call<()> {
        // The queue is not emptied any more once the screen is gone, and a full one would be waited for without end.
        self.with(alive)?;
        let (doer, waiter) = errand();
        dispatch(move |env, activity, _| doer.run(|| in_frame(env, |env| calls(env, activity))));
        waiter.within(PATIENCE).unwrap_or(Err(AndroidError::Refused))
    }
}

impl Android for System {
    fn start(&self, intent: &Intent) -> Result<(), AndroidError> {
        self.with(|env, activity| {
            let built = build(env, intent)?;
            let from = match alive(env, activity) {
                Ok(()) => None,
                Err(_) => Some(object(env, activity, java::APPLICATION, &[])?),
            };
            call(env, from.as_ref().unwrap_or(activity), java::START_ACTIVITY, &[JValue::Object(&built)])?;
            Ok(())
        })
    }

    fn lend(&self, file: &Path) -> Result<String, AndroidError> {
        self.with(|env, activity| {
            let path = string(env, file.to_str().ok_or(AndroidError::Refused)?)?;
            let file = make(env, java::FILE_NEW, &[JValue::Object(&path)])?;
            let package = object(env, activity, java::PACKAGE_NAME, &[])?;
            let authority = format!("{}{PROVIDER}", text(env, package)?);
            let authority = string(env, &authority)?;
            let class = own_class(env, activity, java::LEND_FILE.class)?;
            let arguments = [JValue::Object(activity), JValue::Object(&authority), JValue::Object(&file)];
            let answer = env.call_static_method(class, java::LEND_FILE.name, java::LEND_FILE.signature, &arguments);
            let uri = taken(env, answer)?.l().map_err(|_| AndroidError::Refused)?;
            let words = object(env, &uri, java::TO_STRING, &[])?;
            text(env, words)
        })
    }

    fn keep_window_secret(&self, on: bool) -> Result<(), AndroidError> {
        self.on_window(move |env, activity| {
            let window = object(env, activity, java::WINDOW, &[])?;
            let change = if on { java::WINDOW_ADD_FLAGS } else { java::WINDOW_CLEAR_FLAGS };
            call(env, &window, change, &[JValue::Int(java::SECURE)])?;
            Ok(())
        })
    }

    fn show_in_recents(&self, on: bool) -> Result<(), AndroidError> {
        self.on_window(move |env, activity| {
            call(env, activity, java::SHOW_IN_RECENTS, &[JValue::Bool(on.into())])?;
            Ok(())
        })
    }

    fn tap(&self) -> Result<(), AndroidError> {
        self.on_window(|env, activity| {
            let window = object(env, activity, java::WINDOW, &[])?;
            let view = object(env, &window, java::WINDOW_VIEW, &[])?;
            let felt = call(env, &view, java::VIEW_TAP, &[JValue::Int(java::LONG_PRESS)])?;
            felt.z().ok().filter(|felt| *felt).map(|_| ()).ok_or(AndroidError::Refused)
        })
    }

    fn finish_and_remove(&self) -> Result<(), AndroidError> {
        self.on_window(|env, activity| {
            call(env, activity, java::FINISH_AND_REMOVE, &[])?;
            Ok(())
        })
    }

    fn end_process(&self) -> Result<(), AndroidError> {
        self.with(|env, _| {
            let number = static_value(env, java::OWN_PROCESS, &[])?.i().map_err(|_| AndroidError::Refused)?;
            static_value(env, java::END_PROCESS, &[JValue::Int(number)]).map(|_| ())
        })
    }

    fn show_name(&self, name: Name, on: bool) -> Result<(), AndroidError> {
        self.with(|env, activity| {
            let component = component(env, activity, name)?;
            let packages = object(env, activity, java::PACKAGES, &[])?;
            let state = if on { java::ENABLED } else { java::DISABLED };
            let arguments = [JValue::Object(&component), JValue::Int(state), JValue::Int(java::KEEP_RUNNING)];
            call(env, &packages, java::SET_COMPONENT, &arguments)?;
            Ok(())
        })
    }

    fn shows_name(&self, name: Name) -> Result<Option<bool>, AndroidError> {
        self.with(|env, activity| {
            let component = component(env, activity, name)?;
            let packages = object(env, activity, java::PACKAGES, &[])?;
            let state = call(env, &packages, java::COMPONENT_STATE, &[JValue::Object(&component)])?;
            match state.i().map_err(|_| AndroidError::Refused)? {
                java::AS_INSTALLED => Ok(None),
                state => Ok(Some(state == java::ENABLED)),
            }
        })
    }

    fn api_level(&self) -> Result<i32, AndroidError> {
        self.with(|env, _| {
            let answer = env.get_static_field("android/os/Build$VERSION", "SDK_INT", "I");
            taken(env, answer)?.i().map_err(|_| AndroidError::Refused)
        })
    }
}

/// What stands behind the package's name in the file provider's authority; the manifest says the same.
const PROVIDER: &str = ".files";

fn component<'frame>(env: &mut JNIEnv<'frame>, activity: &JObject<'_>, name: Name) -> Call<JObject<'frame>> {
    let package = object(env, activity, java::PACKAGE_NAME, &[])?;
    let package = text(env, package)?;
    let (class, package) = (string(env, &format!("{package}{}", name.component()))?, string(env, &package)?);
    make(env, java::COMPONENT_NEW, &[JValue::Object(&package), JValue::Object(&class)])
}

fn build<'frame>(env: &mut JNIEnv<'frame>, intent: &Intent) -> Call<JObject<'frame>> {
    let action = string(env, intent.action)?;
    let built = make(env, java::INTENT_NEW, &[JValue::Object(&action)])?;
    if let Some(data) = &intent.data {
        let data = uri(env, data)?;
        call(env, &built, java::INTENT_SET_DATA, &[JValue::Object(&data)])?;
    }
    if let Some(category) = intent.category {
        let category = string(env, category)?;
        call(env, &built, java::INTENT_ADD_CATEGORY, &[JValue::Object(&category)])?;
    }
    if let Some(mime) = &intent.mime {
        let mime = string(env, mime)?;
        call(env, &built, java::INTENT_SET_TYPE, &[JValue::Object(&mime)])?;
    }
    if let Some((name, words)) = &intent.words {
        let (name, words) = (string(env, name)?, string(env, words)?);
        call(env, &built, java::INTENT_PUT_WORDS, &[JValue::Object(&name), JValue::Object(&words)])?;
    }
    if !intent.mimes.is_empty() {
        let (name, mimes) = (string(env, java::MIME_TYPES)?, words(env, intent.mimes)?);
        call(env, &built, java::INTENT_PUT_LIST, &[JValue::Object(&name), JValue::Object(&mimes)])?;
    }
    if intent.many {
        let name = string(env, java::ALLOW_MULTIPLE)?;
        call(env, &built, java::INTENT_PUT_YES, &[JValue::Object(&name), JValue::Bool(1)])?;
    }
    if let Some(stream) = &intent.stream {
        let (name, empty, stream) = (string(env, java::STREAM)?, string(env, "")?, uri(env, stream)?);
        call(env, &built, java::INTENT_PUT_THING, &[JValue::Object(&name), JValue::Object(&stream)])?;
        // Leave to read goes with the clip: the chooser passes it on, which it would not do for an extra alone.
        let clip = call_static(env, java::CLIP_OF, &[JValue::Object(&empty), JValue::Object(&stream)])?;
        call(env, &built, java::INTENT_SET_CLIP, &[JValue::Object(&clip)])?;
    }
    call(env, &built, java::INTENT_SET_FLAGS, &[JValue::Int(intent.flags)])?;
    if !intent.chooser {
        return Ok(built);
    }
    let chooser = call_static(env, java::INTENT_CHOOSER, &[JValue::Object(&built), JValue::Object(&JObject::null())])?;
    call(env, &chooser, java::INTENT_SET_FLAGS, &[JValue::Int(intent.flags)])?;
    Ok(chooser)
}

fn path_of(env: &mut JNIEnv<'_>, activity: &JObject<'_>, folder: Method) -> Call<PathBuf> {
    let folder = object(env, activity, folder, &[])?;
    let path = object(env, &folder, java::FILE_PATH, &[])?;
    Ok(PathBuf::from(text(env, path)?))
}

/// Fails when the screen is gone.
fn alive(env: &mut JNIEnv<'_>, activity: &JObject<'_>) -> Call<()> {
    match call(env, activity, java::IS_DESTROYED, &[])?.z() {
        Ok(false) => Ok(()),
        _ => Err(AndroidError::Gone),
    }
}

fn in_frame<T>(env: &mut JNIEnv<'_>, calls: impl FnOnce(&mut JNIEnv<'_>) -> Call<T>) -> Call<T> {
    let mut outcome = Err(AndroidError::Refused);
    let frame = env.with_local_frame(FRAME, |env| {
        outcome = calls(env);
        Ok::<(), jni::errors::Error>(())
    });
    taken(env, frame)?;
    outcome
}

fn uri<'frame>(env: &mut JNIEnv<'frame>, address: &str) -> Call<JObject<'frame>> {
    let address = string(env, address)?;
    call_static(env, java::URI_PARSE, &[JValue::Object(&address)])
}
