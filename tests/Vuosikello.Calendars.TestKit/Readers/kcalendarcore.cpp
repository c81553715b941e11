// Reads calendars with KCalendarCore, KOrganizer's engine. Reads lines "FIRST LAST PATH" from stdin, prints for each a line with its occurrences over
// those days as JSON. With the argument "rules": reads lines "START RULE MOST" (START as 20260131T090000, without a zone), prints for each a
// line with its first MOST occurrences, and "..." after those that it had found when its time was up; or "refused".
#include "batches.h"
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <KCalendarCore/OccurrenceIterator>
#include <KCalendarCore/RecurrenceRule>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

using namespace KCalendarCore;

static const int millisecondsEach = 200;

static QString text(const QDateTime &at)
{
    return at.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

static QString name(Incidence::Status status)
{
    switch (status) {
    case Incidence::StatusConfirmed: return QStringLiteral("CONFIRMED");
    case Incidence::StatusTentative: return QStringLiteral("TENTATIVE");
    case Incidence::StatusCanceled: return QStringLiteral("CANCELLED");
    default: return QString();
    }
}

static bool read(const QString &path, const QDate &first, const QDate &last)
{
    MemoryCalendar::Ptr calendar(new MemoryCalendar(QTimeZone::utc()));
    ICalFormat format;
    if (!format.load(calendar, path)) return false;
    QJsonArray occurrences;
    OccurrenceIterator each(*calendar, QDateTime(first, QTime(0, 0), Qt::UTC), QDateTime(last, QTime(23, 59, 59), Qt::UTC));
    while (each.hasNext()) {
        each.next();
        const Event::Ptr event = each.incidence().dynamicCast<Event>();
        if (!event) continue;
        const QDateTime start = each.occurrenceStartDate(), end = each.occurrenceEndDate();
        QJsonObject one;
        one[QStringLiteral("uid")] = event->uid();
        one[QStringLiteral("start")] = event->allDay() ? start.date().toString(Qt::ISODate) : text(start);
        // The last day of whole days is included here.
        one[QStringLiteral("end")] = event->allDay() ? end.date().addDays(1).toString(Qt::ISODate) : text(end.isValid() ? end : start);
        one[QStringLiteral("title")] = event->summary();
        one[QStringLiteral("status")] = name(event->status());
        one[QStringLiteral("description")] = event->description();
        one[QStringLiteral("location")] = event->location();
        occurrences.append(one);
    }
    printf("%s\n", QJsonDocument(occurrences).toJson(QJsonDocument::Compact).constData());
    return true;
}

static void expand(char *line)
{
    const QStringList parts = QString::fromLatin1(line).split(QLatin1Char(' '));
    ICalFormat format;
    RecurrenceRule rule;
    if (!format.fromString(&rule, parts[1])) {
        printf("refused");
        return;
    }
    const QDateTime start = QDateTime(QDate::fromString(parts[0].left(8), QStringLiteral("yyyyMMdd")), QTime::fromString(parts[0].mid(9), QStringLiteral("HHmmss")), Qt::UTC);
    rule.setStartDt(start);
    // Asked for what follows a time before the start, it passes over the start in rules by the clock; in others it says of any that they begin there.
    const bool byClock = rule.recurrenceType() < RecurrenceRule::rDaily;
    QDateTime at = byClock && rule.recursAt(start) ? start : rule.getNextDate(byClock ? start : start.addSecs(-1));
    for (int i = 0; i < parts[2].toInt() && at.isValid(); i++, at = rule.getNextDate(at)) {
        printf("%s ", qPrintable(at.toString(QStringLiteral("yyyyMMdd'T'HHmmss"))));
        fflush(stdout);
    }
}

int main(int count, char **arguments)
{
    if (count > 1 && strcmp(arguments[1], "rules") == 0) return answer_all(expand, millisecondsEach);
    static char line[LONGEST_LINE];
    while (fgets(line, sizeof line, stdin) != nullptr) {
        const QString question = QString::fromUtf8(line).trimmed();
        const QDate first = QDate::fromString(question.section(QLatin1Char(' '), 0, 0), Qt::ISODate), last = QDate::fromString(question.section(QLatin1Char(' '), 1, 1), Qt::ISODate);
        if (!read(question.section(QLatin1Char(' '), 2), first, last)) {
            fprintf(stderr, "KCalendarCore could not read %s\n", line);
            return 1;
        }
    }
    return 0;
}
