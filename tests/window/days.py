# SPDX-License-Identifier: GPL-3.0-or-later
"""Days counted from today, which is the day in Greenwich, as it is for the program on a test's desktop."""
import datetime

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")


def day(offset=0):
    return datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=offset)


def in_words(date):
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def months_later(date, months):
    """As many calendar months later; the last of the month where that day is missing."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    last = (datetime.date(year + month // 11, (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(date.day, last))


def born(age):
    """A birthday half a year ago, so that the age does not change at midnight."""
    return day(-round(365.25 * age) - 180)
