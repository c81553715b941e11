/* Questions come as lines on stdin. A process of its own works through them until one takes too long or fails, and the next one goes on after
   that: an engine that loops for ever can only be stopped from outside, and a process for each question would be slow. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#define LONGEST_LINE 65536
#define MOST_MEMORY (1024ul * 1024 * 1024)

/* Answers one line, without the line's end, on stdout. */
typedef void (*answer_line)(char *line);

/* Prints a line for each; where one was stopped, what it had printed and "...". */
static int answer_all(answer_line answer, int milliseconds_each)
{
    const struct itimerval soon = { { 0, 0 }, { milliseconds_each / 1000, milliseconds_each % 1000 * 1000 } };
    const struct rlimit memory = { MOST_MEMORY, MOST_MEMORY };
    char **lines = NULL, *line = (char *)malloc(LONGEST_LINE);
    int count = 0, room = 0, ended;
    while (fgets(line, LONGEST_LINE, stdin) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (count == room) lines = (char **)realloc(lines, sizeof(char *) * (size_t)(room = room * 2 + 16));
        lines[count++] = strdup(line);
    }
    volatile int *done = (volatile int *)mmap(NULL, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (done == MAP_FAILED) return 1;
    *done = 0;
    while (*done < count) {
        fflush(stdout);
        pid_t child = fork();
        if (child < 0) return 1;
        if (child == 0) {
            setrlimit(RLIMIT_AS, &memory);
            while (*done < count) {
                setitimer(ITIMER_VIRTUAL, &soon, NULL);
                answer(lines[*done]);
                putchar('\n');
                fflush(stdout);
                *done = *done + 1;
            }
            _exit(0);
        }
        waitpid(child, &ended, 0);
        if (*done == count) break;
        printf("...\n");
        *done = *done + 1;
    }
    return 0;
}
