#include "report/process.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "base/memory.h"

#define POLL_MILLISECONDS 50 /* how soon an interruption is seen */

struct running {
    struct process *process; /* NULL: free for the next */
    pid_t pid;               /* also its process group's */
    int pipe[2];             /* its stdout and stderr; -1: closed */
    double begun, deadline;
};

static double
now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double) t.tv_sec + 1e-9 * (double) t.tv_nsec;
}

/* Ours, but for the locale: plain C makes gnuplot warn about iconv, others may change its decimals. */
static const char **
environment(void)
{
    size_t n = 0, kept = 0;
    const char **copy;

    while (environ[n])
        n++;
    copy = memory_new(n + 2, sizeof *copy);
    copy[kept++] = "LC_ALL=C.UTF-8";
    for (size_t i = 0; i < n; i++)
        if (strncmp(environ[i], "LC_ALL=", 7) != 0 && strncmp(environ[i], "GNUTERM=", 8) != 0)
            copy[kept++] = environ[i];
    return copy;
}

/* In the child: own group, so that it can be killed with its children; signals as a fresh program expects
 * them; then the program. Returns only where that fails. */
static void
become(const struct process *p, const char *const *env, int out, int err)
{
    const int input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    const struct sigaction by_default = { .sa_handler = SIG_DFL };
    sigset_t none;

    setpgid(0, 0);
    for (int signal = 1; signal < NSIG; signal++)
        (void) sigaction(signal, &by_default, NULL); /* SIGKILL and the like refuse, rightly */
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (input >= 0 && dup2(input, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0 && dup2(err, STDERR_FILENO) >= 0
        && (!p->folder || chdir(p->folder) == 0))
        execvpe(p->argv[0], (char *const *) p->argv, (char *const *) env);
}

/* Starts the program; 0, or the errno for which it could not be started, which the child tells through a
 * pipe that a successful exec closes. (posix_spawn would do, but waits for the program under valgrind.) */
static int
spawn(struct running *r, int out, int err)
{
    const char **env = environment();
    int told[2], failed = 0;

    if (pipe2(told, O_CLOEXEC)) {
        failed = errno;
        free(env);
        return failed;
    }
    r->pid = fork();
    if (r->pid == 0) {
        become(r->process, env, out, err);
        failed = errno;
        (void) !write(told[1], &failed, sizeof failed);
        _exit(127);
    }
    failed = r->pid < 0 ? errno : 0;
    close(told[1]);
    if (r->pid > 0) {
        setpgid(r->pid, r->pid); /* whoever comes first: a kill may follow at once */
        while (read(told[0], &failed, sizeof failed) < 0 && errno == EINTR)
            ;
        if (failed)
            waitpid(r->pid, NULL, 0);
    }
    close(told[0]);
    free(env);
    return failed;
}

static void
close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* Begins it; where that fails the process has its end and the slot stays free. */
static void
begin(struct running *r, struct process *p, double seconds)
{
    int out[2] = { -1, -1 }, err[2] = { -1, -1 }, failed;

    assert(p);
    *r = (struct running) { p, 0, { -1, -1 }, now(), now() + seconds };
    if (pipe2(out, O_CLOEXEC) || pipe2(err, O_CLOEXEC))
        failed = errno;
    else
        failed = spawn(r, out[1], err[1]);
    close_end(&out[1]);
    close_end(&err[1]);
    if (failed) {
        close_end(&out[0]);
        close_end(&err[0]);
        p->end = PROCESS_NOT_FOUND;
        p->code = failed;
        r->process = NULL;
        return;
    }
    r->pipe[0] = out[0];
    r->pipe[1] = err[0];
    for (int i = 0; i < 2; i++)
        (void) fcntl(r->pipe[i], F_SETFL, O_NONBLOCK);
}

/* Takes what is there; closes the pipe at its end. */
static void
drain(int *fd, struct text *words)
{
    char bytes[4096];
    ssize_t n;

    while (*fd >= 0) {
        n = read(*fd, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EAGAIN)
            return;
        if (n <= 0)
            close_end(fd);
        else if (words->length + (size_t) n <= PROCESS_WORDS)
            text_add_bytes(words, bytes, (size_t) n);
    }
}

static void
drain_both(struct running *r)
{
    drain(&r->pipe[0], &r->process->out);
    drain(&r->pipe[1], &r->process->err);
}

static void
finish(struct running *r, enum process_end end, int code)
{
    drain_both(r);
    close_end(&r->pipe[0]);
    close_end(&r->pipe[1]);
    r->process->end = end;
    r->process->code = code;
    r->process->seconds = now() - r->begun;
    r->process = NULL;
}

static void
kill_off(struct running *r, enum process_end end)
{
    int status;

    kill(-r->pid, SIGKILL);
    while (waitpid(r->pid, &status, 0) < 0 && errno == EINTR)
        ;
    finish(r, end, SIGKILL);
}

/* Looks whether it has ended or has had its time. */
static void
look_after(struct running *r)
{
    int status = 0;
    pid_t ended;

    drain_both(r);
    ended = waitpid(r->pid, &status, WNOHANG);
    if (ended < 0 && errno == ECHILD) /* our caller ignores SIGCHLD: nobody knows how it ended */
        finish(r, PROCESS_EXITED, 0);
    else if (ended == r->pid && WIFSIGNALED(status))
        finish(r, PROCESS_SIGNALLED, WTERMSIG(status));
    else if (ended == r->pid)
        finish(r, PROCESS_EXITED, WEXITSTATUS(status));
    else if (now() > r->deadline)
        kill_off(r, PROCESS_TIMED_OUT);
}

/* Sleeps until one of them speaks or ends, or a moment has gone. */
static void
wait_for_news(const struct running *running, size_t slots)
{
    struct pollfd *fds = memory_new(2 * slots, sizeof *fds);
    int milliseconds = POLL_MILLISECONDS;

    for (size_t i = 0; i < slots; i++) {
        const struct running *r = &running[i];

        for (int k = 0; k < 2; k++)
            fds[2 * i + (size_t) k] = (struct pollfd) { r->process ? r->pipe[k] : -1, POLLIN, 0 };
        if (r->process && r->pipe[0] < 0 && r->pipe[1] < 0)
            milliseconds = 1; /* has said its last word: about to end */
    }
    (void) poll(fds, 2 * slots, milliseconds);
    free(fds);
}

static bool
is_set(const volatile sig_atomic_t *flag)
{
    return flag && *flag;
}

size_t
processes_at_once(void)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    return processors > 1 ? (size_t) processors : 1;
}

enum status
processes_run(struct process *process, size_t count, double seconds, const volatile sig_atomic_t *interrupted)
{
    const size_t slots = processes_at_once();
    struct running *running = memory_new(slots, sizeof *running);
    size_t next = 0, busy;

    do {
        busy = 0;
        for (size_t i = 0; i < slots; i++) {
            struct running *r = &running[i];

            while (!r->process && next < count && !is_set(interrupted))
                begin(r, &process[next++], seconds);
            if (r->process && is_set(interrupted))
                kill_off(r, PROCESS_STOPPED);
            else if (r->process)
                look_after(r);
            busy += r->process != NULL;
        }
        if (busy > 0)
            wait_for_news(running, slots);
    } while (busy > 0 || (next < count && !is_set(interrupted)));
    for (; next < count; next++)
        process[next].end = PROCESS_STOPPED;
    free(running);
    return is_set(interrupted) ? INTERRUPTED : OK;
}

void
process_free(struct process *p)
{
    text_free(&p->out);
    text_free(&p->err);
}
