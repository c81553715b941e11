namespace Vuosikello.Calendars.Reading;

/// <summary>Counts what reading keeps, in octets, rather too much than too little.</summary>
internal sealed class MemoryBudget(long most)
{
    public const int Component = 400;
    public const int Property = 120;
    public const int Parameter = 160;
    public const int Event = 1_200;
    public const int Time = 120;

    private long _taken;

    public bool IsSpent => _taken > most;

    /// <summary>Takes so many octets.</summary>
    /// <returns>False when there are not so many left; nothing more must be kept then.</returns>
    public bool Take(long octets)
    {
        _taken += octets;
        return _taken <= most;
    }
}
