namespace Vuosikello.Calendars.Checks;

/// <summary>Whose property is checked. Its words are made only when there is something to complain of.</summary>
internal readonly record struct Bearer(string? Uid)
{
    public override string ToString() => Uid is null ? "the calendar" : $"event {Uid}";
}
