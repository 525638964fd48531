//! iOS's notices. They answer on threads of their own.

use crate::domain::ports::Locating;
use crate::platform::ios::AppleError;
use crate::platform::ios::notices::{Notice, Notices};
use block2::RcBlock;
use objc2::runtime::Bool;
use objc2_foundation::{NSArray, NSDateComponents, NSError, NSString};
use objc2_user_notifications::{
    UNAuthorizationOptions, UNAuthorizationStatus, UNCalendarNotificationTrigger, UNMutableNotificationContent,
    UNNotificationRequest, UNNotificationSetting, UNNotificationSettings, UNUserNotificationCenter,
};
use std::ptr::NonNull;
use std::sync::{Mutex, PoisonError};
use tokio::sync::oneshot;

/// iOS's notices for this app.
pub struct Center;

/// One answer, from a block that may be called from any thread, and should be called once.
struct Once<T>(Mutex<Option<oneshot::Sender<T>>>);

impl<T: 'static> Once<T> {
    fn new() -> (Self, Locating<Result<T, AppleError>>) {
        let (answer, answered) = oneshot::channel();
        let waiting = Box::pin(async move { answered.await.map_err(|_| AppleError::NoAnswer) });
        (Self(Mutex::new(Some(answer))), waiting)
    }

    fn say(&self, answer: T) {
        if let Some(waits) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = waits.send(answer);
        }
    }
}

fn shows(settings: &UNNotificationSettings) -> bool {
    let allowed = [UNAuthorizationStatus::Authorized, UNAuthorizationStatus::Provisional];
    let somewhere = [settings.alertSetting(), settings.lockScreenSetting(), settings.notificationCenterSetting()];
    allowed.contains(&settings.authorizationStatus()) && somewhere.contains(&UNNotificationSetting::Enabled)
}

impl Notices for Center {
    fn ask(&self) -> Locating<Result<bool, AppleError>> {
        let (once, waiting) = Once::new();
        // What went wrong, if something did, is no yes either.
        let block = RcBlock::new(move |granted: Bool, _: *mut NSError| once.say(granted.as_bool()));
        UNUserNotificationCenter::currentNotificationCenter()
            .requestAuthorizationWithOptions_completionHandler(UNAuthorizationOptions::Alert, &block);
        waiting
    }

    fn shown(&self) -> Locating<Result<bool, AppleError>> {
        let (once, waiting) = Once::new();
        let block = RcBlock::new(move |settings: NonNull<UNNotificationSettings>| {
            // SAFETY: iOS hands over settings that live as long as the call.
            once.say(shows(unsafe { settings.as_ref() }));
        });
        UNUserNotificationCenter::currentNotificationCenter().getNotificationSettingsWithCompletionHandler(&block);
        waiting
    }

    fn add(&self, notice: &Notice) -> Locating<Result<(), AppleError>> {
        let when = NSDateComponents::new();
        when.setHour(notice.hour.into());
        when.setMinute(notice.minute.into());
        if let Some(weekday) = notice.weekday {
            when.setWeekday(weekday.into());
        }
        let trigger = UNCalendarNotificationTrigger::triggerWithDateMatchingComponents_repeats(&when, true);
        // No title, sound or number is set: there is none.
        let content = UNMutableNotificationContent::new();
        content.setBody(&NSString::from_str(&notice.words));
        let request = UNNotificationRequest::requestWithIdentifier_content_trigger(
            &NSString::from_str(notice.id),
            &content,
            Some(&trigger),
        );
        let (once, waiting) = Once::new();
        let block = RcBlock::new(move |error: *mut NSError| once.say(error.is_null()));
        UNUserNotificationCenter::currentNotificationCenter()
            .addNotificationRequest_withCompletionHandler(&request, Some(&block));
        Box::pin(async move { if waiting.await? { Ok(()) } else { Err(AppleError::NoAnswer) } })
    }

    fn remove(&self, id: &str) -> Result<(), AppleError> {
        let center = UNUserNotificationCenter::currentNotificationCenter();
        let ids = NSArray::from_retained_slice(&[NSString::from_str(id)]);
        center.removePendingNotificationRequestsWithIdentifiers(&ids);
        center.removeDeliveredNotificationsWithIdentifiers(&ids);
        Ok(())
    }
}
