namespace Vuosikello.Calendars;

/// <summary>What was asked for cannot stand in a calendar. Nothing has been written when this is thrown.</summary>
/// <param name="message">Which property is wrong, of what, why, and what would be right.</param>
public sealed class InvalidCalendarException(string message) : Exception(message);
