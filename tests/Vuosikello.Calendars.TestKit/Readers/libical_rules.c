/* Expands rules with libical. Reads lines "START RULE MOST" from stdin (START as 20260131T090000, without a zone), prints for each a line
   with its first MOST occurrences, and "..." after those that it had found when its time was up; or "refused" and why. Each rule has a
   process of its own, because one that finds nothing can only be stopped from outside. */
#include <libical/ical.h>
#include <stdio.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static void expand(const char *start, const char *rule, int most)
{
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
}

int main(void)
{
    static char line[65536], start[64], rule[65536];
    const struct itimerval soon = { { 0, 0 }, { 0, 50000 } };
    int most, ended;
    icalerror_set_errors_are_fatal(0);
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (sscanf(line, "%63s %65535s %d", start, rule, &most) != 3) return 1;
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            setitimer(ITIMER_VIRTUAL, &soon, NULL);
            expand(start, rule, most);
            fflush(stdout);
            _exit(0);
        }
        waitpid(child, &ended, 0);
        printf(WIFSIGNALED(ended) ? "...\n" : "\n");
    }
    return 0;
}
