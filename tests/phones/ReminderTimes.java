import dev.dioxus.main.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TreeMap;

/**
 * Asks Notice for the next reminder all through two years, in zones whose clocks change, and holds each answer against clocks that
 * are read a minute at a time.
 */
public class ReminderTimes {
    private static final long MINUTE = 60_000L;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final int[] MINUTES = {0, 1, 59, 60, 90, 119, 120, 150, 719, 1080, 1439};
    private static long asked = 0;

    public static void main(String[] arguments) {
        for (String name : new String[] {"Europe/London", "UTC", "America/St_Johns", "Australia/Lord_Howe"}) {
            ZoneId zone = ZoneId.of(name);
            long begin = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
            long end = Instant.parse("2028-01-01T00:00:00Z").toEpochMilli();
            for (int minute : MINUTES) {
                TreeMap<LocalDate, long[]> days = read(zone, minute, begin - 2 * DAY, end + 10 * DAY);
                for (int day = 0; day <= 7; day++) {
                    // No whole part of a day, so that all its hours and minutes are asked at some time.
                    for (long now = begin; now < end; now += 7 * 60 * MINUTE + 11 * MINUTE + 13) check(now, zone, minute, day, days);
                    // At the minute itself it is the next one: the alarm that has just come would come again at once.
                    for (long[] at : days.headMap(LocalDate.of(2027, 12, 31)).tailMap(LocalDate.of(2026, 1, 2)).values()) {
                        check(at[0], zone, minute, day, days);
                    }
                }
            }
        }
        // A day that there is not: tomorrow, and no crash.
        if (Notice.next(0, ZoneId.of("UTC"), 1080, 9) != DAY) throw new AssertionError("day 9");
        System.out.println(asked + " answers");
    }

    /** When a clock shows this minute, the first time a day. Where it leaves the minute out: from when on, and up to when it may be. */
    private static TreeMap<LocalDate, long[]> read(ZoneId zone, int minute, long from, long to) {
        TreeMap<LocalDate, long[]> days = new TreeMap<>();
        for (long at = from; at < to; at += MINUTE) {
            LocalDateTime shown = Instant.ofEpochMilli(at).atZone(zone).toLocalDateTime();
            int now = shown.getHour() * 60 + shown.getMinute();
            if (now == minute) days.putIfAbsent(shown.toLocalDate(), new long[] {at, at});
            else if (now > minute) days.putIfAbsent(shown.toLocalDate(), new long[] {at, at + 60 * MINUTE});
        }
        return days;
    }

    private static void check(long now, ZoneId zone, int minute, int day, TreeMap<LocalDate, long[]> days) {
        long next = Notice.next(now, zone, minute, day);
        asked++;
        LocalDate today = Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
        for (LocalDate on = today; ; on = on.plusDays(1)) {
            long[] at = days.get(on);
            if (day != 0 && on.getDayOfWeek().getValue() % 7 + 1 != day || at[1] <= now) continue;
            if (at[0] <= next && next <= at[1] && next > now) return;
            // Asked in the hour after one that was left out, it may have been already.
            if (at[0] <= now && at[0] < at[1]) continue;
            throw new AssertionError(Instant.ofEpochMilli(now) + " " + zone + " minute " + minute + " day " + day + ": "
                + Instant.ofEpochMilli(next) + ", not " + Instant.ofEpochMilli(at[0]));
        }
    }
}
