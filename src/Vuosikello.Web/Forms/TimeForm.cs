using Vuosikello.Domain.Activities;

namespace Vuosikello.Web.Forms;

/// <summary>An activity's time in a form, and back. Inputs are named <c>time.…</c>.</summary>
public static class TimeForm
{
    private const string Field = ActivityFields.Time;

    public static ActivityTime? Read(FormReader form) => form.Values["time.kind"] switch
    {
        "exact" => Exact(form),
        "days" => Days(form),
        "months" => Months(form),
        "recurring" => Recurring(form),
        _ => Missing(form),
    };

    public static FormValues Write(FormValues values, ActivityTime time) => time switch
    {
        ActivityTime.Exact t => values.With("time.kind", "exact")
            .With("time.startDay", FormText.Iso(t.Start.Date)).With("time.startClock", FormText.Iso(t.Start.TimeOfDay))
            .With("time.endDay", t.End.Date == t.Start.Date ? null : FormText.Iso(t.End.Date)).With("time.endClock", FormText.Iso(t.End.TimeOfDay)),
        ActivityTime.Days t => values.With("time.kind", "days")
            .With("time.first", FormText.Iso(t.First)).With("time.last", t.Last == t.First ? null : FormText.Iso(t.Last)),
        ActivityTime.Months t => values.With("time.kind", "months")
            .With("time.firstMonth", FormText.Iso(t.First)).With("time.lastMonth", FormText.Iso(t.Last)),
        ActivityTime.Recurring t => RecurrenceForm.Write(First(values.With("time.kind", "recurring"), t.First), t),
        _ => values,
    };

    private static FormValues First(FormValues values, ActivityTime first) => first switch
    {
        ActivityTime.Exact t => values
            .With("time.eachDay", FormText.Iso(t.Start.Date)).With("time.eachClock", FormText.Iso(t.Start.TimeOfDay))
            .With("time.eachEndDay", t.End.Date == t.Start.Date ? null : FormText.Iso(t.End.Date)).With("time.eachEndClock", FormText.Iso(t.End.TimeOfDay)),
        ActivityTime.Days t => values
            .With("time.eachDay", FormText.Iso(t.First)).With("time.eachEndDay", t.Last == t.First ? null : FormText.Iso(t.Last)),
        _ => values,
    };

    private static ActivityTime.Exact? Exact(FormReader form) =>
        Exact(form, "time.startDay", "time.startClock", "time.endDay", "time.endClock");

    private static ActivityTime.Exact? Exact(FormReader form, string startDay, string startClock, string endDay, string endClock)
    {
        var from = form.Date(startDay, Field);
        var start = form.Clock(form.Values[startClock], Field);
        var to = form.Optional(endDay) is null ? from : form.Date(endDay, Field);
        var end = form.Clock(form.Values[endClock], Field);
        return from is { } f && start is { } s && to is { } t && end is { } e ? new ActivityTime.Exact(f.At(s), t.At(e)) : null;
    }

    private static ActivityTime.Days? Days(FormReader form, string first = "time.first", string last = "time.last")
    {
        var from = form.Date(first, Field);
        var to = form.Optional(last) is null ? from : form.Date(last, Field);
        return from is { } f && to is { } t ? new ActivityTime.Days(f, t) : null;
    }

    private static ActivityTime.Months? Months(FormReader form)
    {
        var from = form.YearMonth("time.firstMonth", Field);
        var to = form.Optional("time.lastMonth") is null ? from : form.YearMonth("time.lastMonth", Field);
        return from is { } f && to is { } t ? new ActivityTime.Months(f, t) : null;
    }

    private static ActivityTime.Recurring? Recurring(FormReader form)
    {
        ActivityTime? first = form.Optional("time.eachClock") is null && form.Optional("time.eachEndClock") is null
            ? Days(form, "time.eachDay", "time.eachEndDay")
            : Exact(form, "time.eachDay", "time.eachClock", "time.eachEndDay", "time.eachEndClock");
        var rule = RecurrenceForm.Read(form, first);
        var exceptions = RecurrenceForm.Exceptions(form);
        return first is not null && rule is not null && exceptions is not null ? new ActivityTime.Recurring(first, rule, exceptions) : null;
    }

    private static ActivityTime? Missing(FormReader form)
    {
        form.Refuse(FormProblems.TimeNotChosen, Field);
        return null;
    }
}
