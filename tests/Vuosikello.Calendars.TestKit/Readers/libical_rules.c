/* Expands rules with libical. Reads lines "START RULE MOST" from stdin (START as 20260131T090000, without a zone), prints for each a line
   with its first MOST occurrences, and "..." after those that it had found when its time was up; or "refused" and why. */
#include "batches.h"
#include <libical/ical.h>

#define MILLISECONDS_EACH 50

static void expand(char *line)
{
    static char start[64], rule[LONGEST_LINE];
    int most;
    if (sscanf(line, "%63s %65535s %d", start, rule, &most) != 3) _exit(1);
    struct icalrecurrencetype recur = icalrecurrencetype_from_string(rule);
    icalrecur_iterator *each = recur.freq == ICAL_NO_RECURRENCE ? NULL : icalrecur_iterator_new(recur, icaltime_from_string(start));
    if (each == NULL) {
        printf("refused");
        return;
    }
    for (int i = 0; i < most; i++) {
        struct icaltimetype at = icalrecur_iterator_next(each);
        if (icaltime_is_null_time(at)) break;
        printf("%04d%02d%02dT%02d%02d%02d ", at.year, at.month, at.day, at.hour, at.minute, at.second);
        fflush(stdout);
    }
    icalrecur_iterator_free(each);
}

int main(void)
{
    icalerror_set_errors_are_fatal(0);
    return answer_all(expand, MILLISECONDS_EACH);
}
