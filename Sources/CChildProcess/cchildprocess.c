#define _GNU_SOURCE  // memfd_create, pipe2
#include "cchildprocess.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int write_all(int file, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return -1;
    bytes += written;
    count -= (size_t)written;
  }
  return 0;
}

static void limit(int what, rlim_t value) {
  struct rlimit both = {value, value};
  setrlimit(what, &both);
}

/// Makes the program of the child; only calls that are safe between fork and exec.
static void become(const char *const *arguments, int input, int output, int errors,
                   const cchild_limits *limits) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  struct rlimit cpu = {limits->cpu_seconds, limits->cpu_seconds + 1};
  setrlimit(RLIMIT_CPU, &cpu);
  limit(RLIMIT_AS, limits->memory);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 64);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(126);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  char *environment[] = {NULL};
  execve(arguments[0], (char *const *)arguments, environment);
  _exit(127);
}

cchild_result cchild_run(const char *const *arguments, const uint8_t *input, size_t input_count,
                         cchild_limits limits) {
  cchild_result result = {CCHILD_FAILED, 0, NULL, 0, {0}};
  int outputs[2] = {-1, -1}, errors[2] = {-1, -1};
  int file = memfd_create("document", MFD_CLOEXEC);
  pid_t child = -1;
  if (file < 0 || write_all(file, input, input_count) < 0 || lseek(file, 0, SEEK_SET) < 0 ||
      pipe2(outputs, O_CLOEXEC) < 0 || pipe2(errors, O_CLOEXEC) < 0) {
    result.status = errno;
    goto end;
  }
  child = fork();
  if (child == 0) become(arguments, file, outputs[1], errors[1], &limits);
  if (child < 0) {
    result.status = errno;
    goto end;
  }
  close(outputs[1]);
  close(errors[1]);
  outputs[1] = errors[1] = -1;

  int64_t deadline = milliseconds() + (int64_t)limits.wall_seconds * 1000;
  size_t capacity = 0, error_count = 0;
  int open_count = 2;
  result.end = CCHILD_EXITED;
  struct pollfd polled[2] = {{outputs[0], POLLIN, 0}, {errors[0], POLLIN, 0}};
  while (open_count > 0) {
    int64_t left = deadline - milliseconds();
    int ready = left <= 0 ? 0 : poll(polled, 2, left > 1000 ? 1000 : (int)left);
    if (ready < 0 && errno != EINTR) break;
    if (left <= 0) {
      result.end = CCHILD_TIMED_OUT;
      break;
    }
    if (ready <= 0) continue;
    for (int i = 0; i < 2; i++) {
      if (polled[i].fd < 0 || polled[i].revents == 0) continue;
      uint8_t piece[65536];
      ssize_t count = read(polled[i].fd, piece, sizeof piece);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        polled[i].fd = -1;
        open_count--;
      } else if (i == 1) {
        size_t room = sizeof result.errors - 1 - error_count;
        size_t kept = (size_t)count < room ? (size_t)count : room;
        memcpy(result.errors + error_count, piece, kept);
        error_count += kept;
      } else {
        if (result.output_count + (size_t)count > limits.output) {
          result.end = CCHILD_TOO_MUCH;
          open_count = 0;
          break;
        }
        if (result.output_count + (size_t)count > capacity) {
          capacity = capacity * 2 + (size_t)count;
          uint8_t *larger = realloc(result.output, capacity);
          if (larger == NULL) {
            result.end = CCHILD_TOO_MUCH;
            open_count = 0;
            break;
          }
          result.output = larger;
        }
        memcpy(result.output + result.output_count, piece, (size_t)count);
        result.output_count += (size_t)count;
      }
    }
  }
end:
  if (child > 0) {
    int status = 0;
    if (result.end == CCHILD_TIMED_OUT || result.end == CCHILD_TOO_MUCH) kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (result.end == CCHILD_EXITED) {
      if (WIFSIGNALED(status)) {
        result.status = WTERMSIG(status);
        result.end = result.status == SIGXCPU || result.status == SIGKILL ? CCHILD_TIMED_OUT
                                                                          : CCHILD_SIGNALLED;
      } else {
        result.status = WEXITSTATUS(status);
      }
    }
  }
  if (file >= 0) close(file);
  for (int i = 0; i < 2; i++) {
    if (outputs[i] >= 0) close(outputs[i]);
    if (errors[i] >= 0) close(errors[i]);
  }
  return result;
}
