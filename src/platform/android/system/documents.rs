//! Documents of other apps, through JNI.

use super::calls::{call, object, static_value, string, text, words};
use super::{Call, System, build, uri};
use crate::platform::android::ask::Pending;
use crate::platform::android::documents::{Described, Documents, Open, OpenDocument};
use crate::platform::android::intent::Intent;
use crate::platform::android::{AndroidError, java};
use jni::JNIEnv;
use jni::objects::{JObject, JValue};
use std::fs::File;
use std::os::fd::BorrowedFd;

/// How a document is opened: to read; to write with nothing left of what was there; and, for apps that do not know that, to write.
const READ: &[&str] = &["r"];
const WRITE: &[&str] = &["wt", "w"];

impl Documents for System {
    fn ask_with(&self, intent: &Intent) -> Result<Pending, AndroidError> {
        let (number, pending) = self.question()?;
        let intent = intent.clone();
        self.on_window(move |env, activity| {
            let built = build(env, &intent)?;
            call(env, activity, java::START_FOR_ANSWER, &[JValue::Object(&built), JValue::Int(number)])?;
            Ok(())
        })?;
        Ok(pending)
    }

    fn describe(&self, document: &str) -> Result<Described, AndroidError> {
        self.with(|env, activity| {
            let documents = object(env, activity, java::DOCUMENTS, &[])?;
            let (document, columns) = (uri(env, document)?, words(env, &[java::DISPLAY_NAME, java::SIZE])?);
            let none = JObject::null();
            let arguments = [
                JValue::Object(&document),
                JValue::Object(&columns),
                JValue::Object(&none),
                JValue::Object(&none),
                JValue::Object(&none),
            ];
            let cursor = object(env, &documents, java::DOCUMENT_QUERY, &arguments)?;
            let said = described(env, &cursor);
            call(env, &cursor, java::CURSOR_CLOSE, &[])?;
            said
        })
    }

    fn open(&self, document: &str, to: Open) -> Result<OpenDocument, AndroidError> {
        let ways = match to {
            Open::Read => READ,
            Open::Write => WRITE,
        };
        let (file, handle) = self.with(|env, activity| {
            let documents = object(env, activity, java::DOCUMENTS, &[])?;
            let document = uri(env, document)?;
            let mut opened = Err(AndroidError::Refused);
            for way in ways {
                let way = string(env, way)?;
                opened =
                    object(env, &documents, java::DOCUMENT_OPEN, &[JValue::Object(&document), JValue::Object(&way)]);
                if opened.is_ok() {
                    break;
                }
            }
            let opened = opened?;
            let handle = self.hold(env, &opened)?;
            match file_of(env, &opened) {
                Ok(file) => Ok((file, handle)),
                Err(error) => {
                    call(env, &opened, java::OPEN_FILE_CLOSE, &[])?;
                    Err(error)
                }
            }
        })?;
        let system = self.clone();
        let close = move || system.with(|env, _| call(env, &handle, java::OPEN_FILE_CLOSE, &[]).map(|_| ()));
        Ok(OpenDocument::new(file, Box::new(close)))
    }

    fn delete(&self, document: &str) -> Result<(), AndroidError> {
        self.with(|env, activity| {
            let documents = object(env, activity, java::DOCUMENTS, &[])?;
            let document = uri(env, document)?;
            let arguments = [JValue::Object(&documents), JValue::Object(&document)];
            let answer = static_value(env, java::DOCUMENT_DELETE, &arguments)?;
            let done = answer.z().map_err(|_| AndroidError::Refused)?;
            if done { Ok(()) } else { Err(AndroidError::Refused) }
        })
    }
}

/// A handle of our own to the file that another app has opened. The app's own stays open until it is told.
fn file_of(env: &mut JNIEnv<'_>, opened: &JObject<'_>) -> Call<File> {
    let number = call(env, opened, java::OPEN_FILE_NUMBER, &[])?.i().map_err(|_| AndroidError::Refused)?;
    if number < 0 {
        return Err(AndroidError::Refused);
    }
    // SAFETY: the number is not -1 and is open as long as `opened` lives and is not closed, which is longer than this call.
    let borrowed = unsafe { BorrowedFd::borrow_raw(number) };
    Ok(File::from(borrowed.try_clone_to_owned().map_err(|_| AndroidError::Refused)?))
}

fn described(env: &mut JNIEnv<'_>, cursor: &JObject<'_>) -> Call<Described> {
    if !call(env, cursor, java::CURSOR_FIRST, &[])?.z().map_err(|_| AndroidError::Refused)? {
        return Err(AndroidError::Refused);
    }
    let name = match column(env, cursor, java::DISPLAY_NAME)? {
        Some(at) => Some(object(env, cursor, java::CURSOR_WORDS, &[JValue::Int(at)])?),
        None => None,
    };
    let name = name.map(|name| text(env, name)).transpose()?;
    let size = match column(env, cursor, java::SIZE)? {
        Some(at) => call(env, cursor, java::CURSOR_NUMBER, &[JValue::Int(at)])?.j().ok(),
        None => None,
    };
    Ok(Described { name, size: size.and_then(|size| u64::try_from(size).ok()) })
}

/// Where the column is, if there is something in it.
fn column(env: &mut JNIEnv<'_>, cursor: &JObject<'_>, name: &str) -> Call<Option<i32>> {
    let name = string(env, name)?;
    let at =
        call(env, cursor, java::CURSOR_COLUMN, &[JValue::Object(&name)])?.i().map_err(|_| AndroidError::Refused)?;
    if at < 0 {
        return Ok(None);
    }
    let nothing =
        call(env, cursor, java::CURSOR_NOTHING, &[JValue::Int(at)])?.z().map_err(|_| AndroidError::Refused)?;
    Ok((!nothing).then_some(at))
}
