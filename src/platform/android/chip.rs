//! Whether the phone has a chip of its own for keys (StrongBox).

use super::AndroidError;

/// What is asked of Android about it.
pub trait Chips: Send + Sync {
    /// Android's API level.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn level(&self) -> Result<i32, AndroidError>;

    /// Whether Android says that there is one.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn says_chip(&self) -> Result<bool, AndroidError>;
}

/// Android 9, the first that can be told to use it.
const CHIP_API: i32 = 28;

/// Whether a key can be asked to lie in one.
pub fn has_chip(system: &(impl Chips + ?Sized)) -> bool {
    system.level().is_ok_and(|level| level >= CHIP_API) && system.says_chip().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Phone(Result<i32, AndroidError>, Result<bool, AndroidError>);

    impl Chips for Phone {
        fn level(&self) -> Result<i32, AndroidError> {
            self.0
        }

        fn says_chip(&self) -> Result<bool, AndroidError> {
            self.1
        }
    }

    #[test]
    fn a_chip_is_used_only_where_android_knows_how() {
        let refused = AndroidError::Refused;
        for (level, says, has) in [
            (Ok(28), Ok(true), true),
            (Ok(27), Ok(true), false),
            (Ok(34), Ok(false), false),
            (Ok(34), Err(refused), false),
            (Err(refused), Ok(true), false),
        ] {
            assert_eq!(has_chip(&Phone(level, says)), has, "{level:?} {says:?}");
        }
    }
}
