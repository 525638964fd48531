//! Permissions, places and the reminder, through JNI.

use super::answers::listener;
use super::calls::{call, call_own, call_static, make, object, string, words};
use super::{Call, System};
use crate::platform::android::ask::Pending;
use crate::platform::android::locate::{Places, Way};
use crate::platform::android::remind::{CHANNEL_ID, Kept, Notices};
use crate::platform::android::{Android, AndroidError, Permissions, java};
use jni::JNIEnv;
use jni::objects::{JObject, JValue};

/// A part of the system.
pub(super) fn service<'frame>(env: &mut JNIEnv<'frame>, activity: &JObject<'_>, name: &str) -> Call<JObject<'frame>> {
    let name = string(env, name)?;
    object(env, activity, java::SERVICE, &[JValue::Object(&name)])
}

impl Permissions for System {
    fn level(&self) -> Result<i32, AndroidError> {
        self.api_level()
    }

    fn is_allowed(&self, permission: &'static str) -> Result<bool, AndroidError> {
        self.with(|env, activity| {
            let permission = string(env, permission)?;
            let answer = call(env, activity, java::CHECK_PERMISSION, &[JValue::Object(&permission)])?;
            Ok(answer.i().map_err(|_| AndroidError::Refused)? == java::GRANTED)
        })
    }

    fn ask_for(&self, permissions: &[&'static str]) -> Result<Pending, AndroidError> {
        let (number, pending) = self.question()?;
        let permissions = permissions.to_vec();
        self.on_window(move |env, activity| {
            let permissions = words(env, &permissions)?;
            call(env, activity, java::ASK_PERMISSIONS, &[JValue::Object(&permissions), JValue::Int(number)])?;
            Ok(())
        })?;
        Ok(pending)
    }
}

impl Places for System {
    fn has_source(&self, source: &'static str) -> Result<bool, AndroidError> {
        self.with(|env, activity| {
            let places = service(env, activity, java::PLACES_SERVICE)?;
            let source = string(env, source)?;
            let on = call(env, &places, java::PLACE_SOURCE_ON, &[JValue::Object(&source)])?;
            on.z().map_err(|_| AndroidError::Refused)
        })
    }

    fn seek(&self, source: &'static str, way: Way) -> Result<Pending, AndroidError> {
        let (number, pending) = self.question()?;
        let (places, stop) = self.with(|env, activity| {
            let places = service(env, activity, java::PLACES_SERVICE)?;
            // All is held before the source runs: then it can be stopped.
            let held_places = self.hold(env, &places)?;
            let hears = listener(env, activity, java::LISTENER_NEW, number)?;
            let source = string(env, source)?;
            let (named, told) = (JValue::Object(&source), JValue::Object(&hears));
            // What stops it: a signal of its own on newer phones, the listener on older ones.
            let stop = match way {
                Way::OneFix => {
                    let stop = make(env, java::STOP_NEW, &[])?;
                    let held = self.hold(env, &stop)?;
                    call(env, &places, java::PLACE_NOW, &[named, JValue::Object(&stop), told, told])?;
                    held
                }
                Way::Updates => {
                    let looper = call_static(env, java::MAIN_LOOPER, &[])?;
                    let soon = [named, JValue::Long(0), JValue::Float(0.0), told, JValue::Object(&looper)];
                    let held = self.hold(env, &hears)?;
                    call(env, &places, java::PLACE_UPDATES, &soon)?;
                    held
                }
            };
            Ok((held_places, stop))
        })?;
        let system = self.clone();
        Ok(pending.then(Box::new(move || {
            let _ = system.with(|env, _| {
                match way {
                    Way::OneFix => call(env, &stop, java::STOP_NOW, &[]),
                    Way::Updates => call(env, &places, java::PLACE_STOP, &[JValue::Object(&stop)]),
                }
                .map(|_| ())
            });
        })))
    }
}

impl Notices for System {
    fn are_notices_on(&self) -> Result<bool, AndroidError> {
        self.with(|env, activity| {
            let notices = service(env, activity, java::NOTICES_SERVICE)?;
            if !call(env, &notices, java::NOTICES_ON, &[])?.z().map_err(|_| AndroidError::Refused)? {
                return Ok(false);
            }
            let name = string(env, CHANNEL_ID)?;
            let kind = call(env, &notices, java::NOTICES_KIND, &[JValue::Object(&name)])?;
            let kind = kind.l().map_err(|_| AndroidError::Refused)?;
            if kind.is_null() {
                return Ok(true);
            }
            let rank = call(env, &kind, java::NOTICES_KIND_RANK, &[])?;
            Ok(rank.i().map_err(|_| AndroidError::Refused)? != java::NOTICES_KIND_OFF)
        })
    }

    fn keep(&self, kept: &Kept) -> Result<(), AndroidError> {
        self.with(|env, activity| {
            let (says, channel) = (string(env, &kept.words)?, string(env, &kept.kind)?);
            let arguments = [
                JValue::Object(activity),
                JValue::Int(kept.minute),
                JValue::Int(kept.day),
                JValue::Object(&says),
                JValue::Object(&channel),
            ];
            yes(call_own(env, activity, java::NOTICE_KEEP, &arguments)?.z())
        })
    }

    fn drop_kept(&self) -> Result<(), AndroidError> {
        self.with(|env, activity| yes(call_own(env, activity, java::NOTICE_DROP, &[JValue::Object(activity)])?.z()))
    }
}

fn yes(answer: jni::errors::Result<bool>) -> Call<()> {
    answer.ok().filter(|done| *done).map(|_| ()).ok_or(AndroidError::Refused)
}
