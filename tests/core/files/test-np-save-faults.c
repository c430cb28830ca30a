/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every system call of saving fails once, on file systems that can do less and less. The program's own definitions of
 * the calls stand in front of the C library's; they fail only while a fault is set. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "np-save-sandbox.h"
#include "np-save.h"
#include "np-test.h"

typedef enum
{
  CALL_NONE,
  CALL_OPENAT,
  CALL_OPEN,
  CALL_WRITE,
  CALL_READ,
  CALL_FSYNC,
  CALL_LINKAT,
  CALL_RENAMEAT,
  CALL_RENAMEAT2,
  CALL_MKDIR,
  CALL_FCHMOD,
} Call;

/* What the file system cannot do at all. */
typedef enum
{
  CAN_ALL,
  NO_UNNAMED_FILES,
  NO_LINKS,
  NO_EXCLUSIVE_RENAME,
} Ability;

static struct
{
  Call call;
  int nth;    /* the call that fails, from 1; 0: none */
  int number; /* its errno */
  int seen;
  gboolean once; /* and the next ones succeed */
  gsize piece;   /* write() takes no more than this at a time; 0: all */
  Ability ability;
} fault;

static gboolean
fails (Call call)
{
  if (fault.call != call || fault.nth == 0)
    return FALSE;
  fault.seen++;
  if (fault.once ? fault.seen != fault.nth : fault.seen < fault.nth)
    return FALSE;
  errno = fault.number;
  return TRUE;
}

static gboolean
cannot (Ability ability, int number)
{
  if (fault.ability < ability)
    return FALSE;
  errno = number;
  return TRUE;
}

int
openat (int folder, const char *path, int flags, ...)
{
  va_list args;
  int mode;

  va_start (args, flags);
  mode = va_arg (args, int);
  va_end (args);
  if ((flags & O_TMPFILE) == O_TMPFILE && cannot (NO_UNNAMED_FILES, EOPNOTSUPP))
    return -1;
  return fails (CALL_OPENAT) ? -1 : (int) syscall (SYS_openat, folder, path, flags, mode);
}

int
open (const char *path, int flags, ...)
{
  va_list args;
  int mode;

  va_start (args, flags);
  mode = va_arg (args, int);
  va_end (args);
  return fails (CALL_OPEN) ? -1 : (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

ssize_t
write (int fd, const void *bytes, size_t length)
{
  if (fault.piece > 0)
    length = MIN (length, fault.piece);
  return fails (CALL_WRITE) ? -1 : syscall (SYS_write, fd, bytes, length);
}

ssize_t
read (int fd, void *bytes, size_t length)
{
  return fails (CALL_READ) ? -1 : syscall (SYS_read, fd, bytes, length);
}

int
fsync (int fd)
{
  return fails (CALL_FSYNC) ? -1 : (int) syscall (SYS_fsync, fd);
}

int
linkat (int from, const char *old, int to, const char *new, int flags)
{
  if (cannot (NO_LINKS, EPERM))
    return -1;
  return fails (CALL_LINKAT) ? -1 : (int) syscall (SYS_linkat, from, old, to, new, flags);
}

int
renameat (int from, const char *old, int to, const char *new)
{
  return fails (CALL_RENAMEAT) ? -1 : (int) syscall (SYS_renameat2, from, old, to, new, 0);
}

int
renameat2 (int from, const char *old, int to, const char *new, unsigned int flags)
{
  if (cannot (NO_EXCLUSIVE_RENAME, EINVAL))
    return -1;
  return fails (CALL_RENAMEAT2) ? -1 : (int) syscall (SYS_renameat2, from, old, to, new, flags);
}

int
mkdir (const char *path, mode_t mode)
{
  return fails (CALL_MKDIR) ? -1 : (int) syscall (SYS_mkdirat, AT_FDCWD, path, mode);
}

int
fchmod (int fd, mode_t mode)
{
  return fails (CALL_FCHMOD) ? -1 : (int) syscall (SYS_fchmod, fd, mode);
}

static const struct
{
  Call call;
  int number;
  int code; /* of the error, or -1 when any will do */
} faults[] = {
  { CALL_NONE, 0, -1 },
  { CALL_OPENAT, EIO, -1 },
  { CALL_OPENAT, EMFILE, -1 },
  { CALL_OPENAT, EACCES, -1 },
  { CALL_OPEN, EIO, NP_SAVE_ERROR_IO },
  { CALL_WRITE, ENOSPC, NP_SAVE_ERROR_FULL },
  { CALL_WRITE, EDQUOT, NP_SAVE_ERROR_FULL },
  { CALL_WRITE, EIO, NP_SAVE_ERROR_IO },
  { CALL_WRITE, EROFS, NP_SAVE_ERROR_DENIED },
  { CALL_READ, EIO, NP_SAVE_ERROR_IO },
  { CALL_FSYNC, EIO, -1 },
  { CALL_FSYNC, ENOSPC, -1 },
  { CALL_FSYNC, EDQUOT, -1 },
  { CALL_LINKAT, EIO, -1 },
  { CALL_LINKAT, ENOSPC, -1 },
  { CALL_LINKAT, EPERM, -1 },
  { CALL_LINKAT, ENOENT, -1 },
  { CALL_RENAMEAT, EIO, NP_SAVE_ERROR_IO },
  { CALL_RENAMEAT2, EIO, NP_SAVE_ERROR_IO },
  { CALL_MKDIR, ENOSPC, NP_SAVE_ERROR_FULL },
  { CALL_MKDIR, EROFS, NP_SAVE_ERROR_DENIED },
  { CALL_FCHMOD, EIO, NP_SAVE_ERROR_IO },
  { CALL_FCHMOD, EPERM, -1 },
};

enum
{
  ABILITIES = NO_EXCLUSIVE_RENAME + 1
};

static char content[150000];

static void
clear_fault (void)
{
  memset (&fault, 0, sizeof fault);
}

static void
setup (void)
{
  clear_fault ();
  memset (content, 'c', sizeof content);
  np_save_sandbox_make ();
}

static void
teardown (void)
{
  clear_fault ();
  np_save_sandbox_remove ();
}

/* Sets the fault of a loop test's line at its nth call. */
static void
set_fault (int line, int nth, gboolean once)
{
  clear_fault ();
  fault.ability = (Ability) (line % ABILITIES);
  fault.call = faults[line / ABILITIES].call;
  fault.number = faults[line / ABILITIES].number;
  fault.nth = nth;
  fault.once = once;
}

static void
assert_code (int line, const GError *error)
{
  int code = faults[line / ABILITIES].code;

  ck_assert_ptr_nonnull (error);
  ck_assert (error->domain == NP_SAVE_ERROR);
  ck_assert (g_utf8_validate (error->message, -1, NULL));
  if (code >= 0)
    ck_assert_msg (error->code == code, "%d, not %d: %s", error->code, code, error->message);
}

/* Whole after success and after "not certain", absent after any other failure, and never a hidden file; then, without
 * the fault, saved. */
static void
assert_new_settles (int line, const char *path, const char *folder, gboolean saved, const GError *error)
{
  gboolean there = saved || g_error_matches (error, NP_SAVE_ERROR, NP_SAVE_ERROR_UNCERTAIN);

  clear_fault ();
  if (!saved)
    assert_code (line, error);
  ck_assert_int_eq (g_file_test (path, G_FILE_TEST_EXISTS), there);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    ck_assert_uint_eq (np_save_sandbox_entries (folder), there ? 1 : 0);
  else
    ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 0);
  ck_assert (np_save_new (path, content, sizeof content, NULL));
  np_save_sandbox_holds (path, content, sizeof content);
}

static gboolean
save_new_with_fault (int line, int nth, gboolean once)
{
  g_autofree char *folder = np_save_sandbox_path ("2026/03");
  g_autofree char *path = np_save_sandbox_path ("2026/03/record.json");
  g_autoptr (GError) error = NULL;
  gboolean reached;
  gboolean saved;

  set_fault (line, nth, once);
  saved = np_save_new (path, content, sizeof content, &error);
  reached = fault.seen >= nth;
  ck_assert (saved || reached);
  assert_new_settles (line, path, folder, saved, error);
  np_save_sandbox_erase (np_save_sandbox_folder);
  return reached;
}

START_TEST (new_with_one_fault)
{
  for (int nth = 1; save_new_with_fault (_i, nth, TRUE); nth++)
    ck_assert_int_lt (nth, 50);
}
END_TEST

START_TEST (new_with_lasting_fault)
{
  for (int nth = 1; save_new_with_fault (_i, nth, FALSE); nth++)
    ck_assert_int_lt (nth, 50);
}
END_TEST

static gboolean
replace_with_fault (int line, int nth)
{
  g_autofree char *path = np_save_sandbox_path ("draft.json");
  g_autoptr (GError) error = NULL;
  gboolean reached;
  gboolean saved;

  np_save_sandbox_write (path, "old");
  set_fault (line, nth, TRUE);
  saved = np_save_replace (path, content, sizeof content, 0600, &error);
  reached = fault.seen >= nth;
  clear_fault ();
  ck_assert (saved || reached);
  if (saved || g_error_matches (error, NP_SAVE_ERROR, NP_SAVE_ERROR_UNCERTAIN))
    np_save_sandbox_holds (path, content, sizeof content);
  else
    np_save_sandbox_holds (path, "old", 3);
  if (!saved)
    assert_code (line, error);
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 1);
  return reached;
}

START_TEST (replace_with_one_fault)
{
  for (int nth = 1; replace_with_fault (_i, nth); nth++)
    ck_assert_int_lt (nth, 50);
}
END_TEST

static const Call interrupted[] = { CALL_OPENAT, CALL_OPEN, CALL_WRITE, CALL_READ, CALL_FSYNC, CALL_LINKAT };

/* A signal in the middle of a call is no failure. */
START_TEST (interrupted_calls)
{
  g_autofree char *path = np_save_sandbox_path ("record.json");
  gboolean reached = TRUE;

  for (int nth = 1; reached; nth++)
    {
      g_autoptr (GError) error = NULL;

      clear_fault ();
      fault.call = interrupted[_i];
      fault.nth = nth;
      fault.number = EINTR;
      fault.once = TRUE;
      ck_assert_msg (np_save_new (path, content, sizeof content, &error), "%d: %s", nth,
                     error == NULL ? "no error set" : error->message);
      reached = fault.seen >= nth;
      ck_assert_int_eq (g_remove (path), 0);
    }
}
END_TEST

START_TEST (short_writes)
{
  g_autofree char *path = np_save_sandbox_path ("record.json");

  fault.ability = (Ability) _i;
  fault.piece = 997;
  ck_assert (np_save_new (path, content, sizeof content, NULL));
  np_save_sandbox_holds (path, content, sizeof content);
}
END_TEST

START_TEST (never_overwrites)
{
  g_autofree char *path = np_save_sandbox_path ("record.json");
  g_autoptr (GError) error = NULL;

  np_save_sandbox_write (path, "other");
  fault.ability = (Ability) _i;
  ck_assert (!np_save_new (path, content, sizeof content, &error));
  ck_assert (g_error_matches (error, NP_SAVE_ERROR, NP_SAVE_ERROR_EXISTS));
  np_save_sandbox_holds (path, "other", 5);
  ck_assert_uint_eq (np_save_sandbox_entries (np_save_sandbox_folder), 1);
}
END_TEST

/* The last fsync of a save is the folder's. */
START_TEST (the_folder_is_not_certain)
{
  g_autofree char *path = np_save_sandbox_path ("record.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  fault.call = CALL_FSYNC;
  fault.nth = 3; /* the content, what was read back, the folder */
  fault.number = EIO;
  ck_assert (!np_save_new (path, content, sizeof content, &error));
  ck_assert (g_error_matches (error, NP_SAVE_ERROR, NP_SAVE_ERROR_UNCERTAIN));
  np_save_sandbox_holds (path, content, sizeof content);
  fault.seen = 0;
  ck_assert (!np_save_new (path, content, sizeof content, &again));
  ck_assert (g_error_matches (again, NP_SAVE_ERROR, NP_SAVE_ERROR_UNCERTAIN));
  clear_fault ();
  ck_assert (np_save_new (path, content, sizeof content, NULL));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("save-faults");
  TCase *cases = tcase_create ("faults");
  int lines = (int) G_N_ELEMENTS (faults) * ABILITIES;

  tcase_add_checked_fixture (cases, setup, teardown);
  tcase_set_timeout (cases, 60);
  tcase_add_loop_test (cases, new_with_one_fault, 0, lines);
  tcase_add_loop_test (cases, new_with_lasting_fault, 0, lines);
  tcase_add_loop_test (cases, replace_with_one_fault, 0, lines);
  tcase_add_loop_test (cases, interrupted_calls, 0, G_N_ELEMENTS (interrupted));
  tcase_add_loop_test (cases, short_writes, 0, ABILITIES);
  tcase_add_loop_test (cases, never_overwrites, 0, ABILITIES);
  tcase_add_test (cases, the_folder_is_not_certain);
  suite_add_tcase (suite, cases);
  return np_test_run (suite);
}
