using NodaTime;

namespace Vuosikello.Calendars.TestKit;

/// <summary>What a program is to read, and over which days, both included, it is to expand it. Leave days to spare around what counts: programs differ on what touches an edge.</summary>
public sealed record CalendarQuestion(byte[] Calendar, LocalDate First, LocalDate Last);
