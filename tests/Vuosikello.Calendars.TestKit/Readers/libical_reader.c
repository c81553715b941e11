/* Reads calendars with libical. Reads lines "FIRST LAST PATH" from stdin, prints for each a line with its occurrences over those days as JSON.
   libical's own foreach knows nothing of overrides, so they are put in the place of their occurrences here. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_LINE 4096
#define MOST_PROPERTIES 1000

static char first[16], last[16];
static const char *between;

static time_t seconds(struct icaltimetype at)
{
    return icaltime_as_timet_with_zone(at, at.zone == NULL ? icaltimezone_get_utc_timezone() : at.zone);
}

static void name_moment(char *text, time_t at, int is_date)
{
    struct icaltimetype t = icaltime_from_timet_with_zone(at, is_date, icaltimezone_get_utc_timezone());
    if (is_date) sprintf(text, "%04d-%02d-%02d", t.year, t.month, t.day);
    else sprintf(text, "%04d-%02d-%02dT%02d:%02d:%02dZ", t.year, t.month, t.day, t.hour, t.minute, t.second);
}

static void print_text(const char *name, const char *value)
{
    printf(",\"%s\":\"", name);
    for (const unsigned char *at = (const unsigned char *)(value == NULL ? "" : value); *at != 0; at++) {
        if (*at == '"' || *at == '\\') printf("\\%c", *at);
        else if (*at < 0x20) printf("\\u%04x", *at);
        else putchar(*at);
    }
    putchar('"');
}

static void print_occurrence(icalcomponent *event, struct icaltimetype at)
{
    char start[64], end[64];
    struct icaltimetype from = icalcomponent_get_dtstart(event), to = icalcomponent_get_dtend(event);
    icalproperty *status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
    time_t begins = seconds(at);
    name_moment(start, begins, at.is_date);
    name_moment(end, begins + (icaltime_is_null_time(to) ? 0 : seconds(to) - seconds(from)), at.is_date);
    if (strncmp(start, last, 10) > 0 || strncmp(end, first, 10) < 0) return;
    printf("%s{\"start\":\"%s\",\"end\":\"%s\"", between, start, end);
    print_text("uid", icalcomponent_get_uid(event));
    print_text("title", icalcomponent_get_summary(event));
    print_text("description", icalcomponent_get_description(event));
    print_text("location", icalcomponent_get_location(event));
    print_text("status", status == NULL ? "" : icalproperty_get_value_as_string(status));
    putchar('}');
    between = ",";
}

/* The component that stands for an occurrence: an override with its RECURRENCE-ID, or the event itself. */
static icalcomponent *standing_for(icalcomponent *calendar, icalcomponent *event, struct icaltimetype at)
{
    icalcompiter each = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
    for (icalcomponent *other; (other = icalcompiter_deref(&each)) != NULL; icalcompiter_next(&each)) {
        icalproperty *recurs = icalcomponent_get_first_property(other, ICAL_RECURRENCEID_PROPERTY);
        if (recurs == NULL || strcmp(icalcomponent_get_uid(other), icalcomponent_get_uid(event)) != 0) continue;
        struct icaltimetype id = icalproperty_get_datetime_with_component(recurs, other);
        if (id.is_date == at.is_date && seconds(id) == seconds(at)) return other;
    }
    return event;
}

static void occurs(icalcomponent *calendar, icalcomponent *event, struct icaltimetype at)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    if (icalproperty_recurrence_is_excluded(event, &start, &at)) return;
    icalcomponent *shown = standing_for(calendar, event, at);
    print_occurrence(shown, shown == event ? at : icalcomponent_get_dtstart(shown));
}

/* All properties of a kind. Gathered first, because whoever asks an event for another kind loses its place. */
static int properties(icalcomponent *event, icalproperty_kind kind, icalproperty **found)
{
    int count = 0;
    for (icalproperty *each = icalcomponent_get_first_property(event, kind); each != NULL && count < MOST_PROPERTIES; each = icalcomponent_get_next_property(event, kind)) found[count++] = each;
    return count;
}

static void expand(icalcomponent *calendar, icalcomponent *event)
{
    static icalproperty *found[MOST_PROPERTIES];
    struct icaltimetype start = icalcomponent_get_dtstart(event), limit = icaltime_from_string("99981231T000000Z"), at;
    sscanf(last, "%4d-%2d-%2d", &limit.year, &limit.month, &limit.day);
    if (icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) == NULL && icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY) == NULL) {
        print_occurrence(event, start);
        return;
    }
    int rules = properties(event, ICAL_RRULE_PROPERTY, found);
    if (rules == 0) occurs(calendar, event, start);
    for (int i = 0; i < rules; i++) {
        icalrecur_iterator *each = icalrecur_iterator_new(icalproperty_get_rrule(found[i]), start);
        if (each == NULL) {
            fprintf(stderr, "libical refused a rule of %s\n", icalcomponent_get_uid(event));
            exit(1);
        }
        /* A week later, because an override may have been moved back. */
        for (at = icalrecur_iterator_next(each); !icaltime_is_null_time(at) && seconds(at) < seconds(limit) + 7 * 86400; at = icalrecur_iterator_next(each)) occurs(calendar, event, at);
        icalrecur_iterator_free(each);
    }
    int additions = properties(event, ICAL_RDATE_PROPERTY, found);
    for (int i = 0; i < additions; i++) {
        at = icalproperty_get_rdate(found[i]).time;
        /* Written in the kind of the start, whose zone it leaves out. */
        if (!at.is_date && at.zone == NULL) icaltime_set_timezone(&at, start.zone);
        occurs(calendar, event, at);
    }
}

static void read_calendar(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) exit(1);
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)length + 1);
    if (fread(text, 1, (size_t)length, file) != (size_t)length) exit(1);
    fclose(file);
    icalcomponent *calendar = icalparser_parse_string(text);
    if (calendar == NULL || icalcomponent_count_errors(calendar) > 0 || !icalrestriction_check(calendar)) {
        fprintf(stderr, "libical found errors in %s:\n%s\n", path, calendar == NULL ? "no calendar" : icalcomponent_as_ical_string(calendar));
        exit(1);
    }
    between = "";
    putchar('[');
    icalcompiter each = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
    for (icalcomponent *event; (event = icalcompiter_deref(&each)) != NULL; icalcompiter_next(&each)) {
        if (icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY) == NULL) expand(calendar, event);
    }
    printf("]\n");
    icalcomponent_free(calendar);
    free(text);
}

int main(void)
{
    static char line[LONGEST_LINE], path[LONGEST_LINE];
    icalerror_set_errors_are_fatal(0);
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (sscanf(line, "%15s %15s %4095[^\n]", first, last, path) != 3) return 1;
        read_calendar(path);
    }
    return 0;
}
