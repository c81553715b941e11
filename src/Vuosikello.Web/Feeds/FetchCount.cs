using NodaTime;

namespace Vuosikello.Web.Feeds;

/// <summary>One feed's fetches by the hour, and the last one by each kind of program. All times are seconds since 1970.</summary>
internal sealed class FetchCount
{
    private const int Hours = 24, SecondsPerHour = 3600;
    private static readonly CalendarProgram[] Programs = Enum.GetValues<CalendarProgram>();

    // An hour's number since 1970 above, how many fetches there were in it below: one word, so that a new hour begins at once and whole.
    private readonly long[] _hours = new long[Hours];
    private readonly long[] _last = new long[Programs.Length];

    /// <summary>0 for never.</summary>
    public long Last => _last.Max();

    public void Add(long now, CalendarProgram program)
    {
        Volatile.Write(ref _last[(int)program], now);
        long hour = now / SecondsPerHour;
        ref long place = ref _hours[hour % Hours];
        long before, after;
        do
        {
            before = Volatile.Read(ref place);
            after = before >> 32 != hour ? (hour << 32) | 1 : (uint)before < uint.MaxValue ? before + 1 : before;
        }
        while (Interlocked.CompareExchange(ref place, after, before) != before);
    }

    public FeedFetched? Read(long now)
    {
        long hour = now / SecondsPerHour;
        long count = _hours.Sum(place => hour - (place >> 32) is >= 0 and < Hours ? (long)(uint)place : 0);
        var last = Programs.Select(program => (Program: program, At: Volatile.Read(ref _last[(int)program]))).Where(fetched => fetched.At > 0).ToArray();
        return last.Length == 0
            ? null
            : new FeedFetched(count, Instant.FromUnixTimeSeconds(last.Max(l => l.At)), last.ToDictionary(l => l.Program, l => Instant.FromUnixTimeSeconds(l.At)));
    }
}
