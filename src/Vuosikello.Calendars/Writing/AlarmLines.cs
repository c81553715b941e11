namespace Vuosikello.Calendars.Writing;

/// <summary>The properties of a VALARM in their order.</summary>
internal static class AlarmLines
{
    public static void Write(Alarm alarm, ContentLines line)
    {
        line.Raw("BEGIN:VALARM"u8).End();
        line.Raw("ACTION:"u8).Raw(alarm switch { Alarm.Display => "DISPLAY"u8, Alarm.Audio => "AUDIO"u8, _ => "EMAIL"u8 }).End();
        Trigger(alarm.Trigger, line.Raw("TRIGGER"u8)).End();
        if (alarm.Repeat is { } repeat)
        {
            LengthValue.Write(line.Raw("DURATION:"u8), repeat.Every).End();
            line.Raw("REPEAT:"u8).Number(repeat.Times).End();
        }
        switch (alarm)
        {
            case Alarm.Display display: line.Raw("DESCRIPTION:"u8).Text(display.Text).End(); break;
            case Alarm.Audio { Sound: { } sound }: line.Raw("ATTACH:"u8).Address(sound).End(); break;
            case Alarm.Email email:
                line.Raw("SUMMARY:"u8).Text(email.Subject).End();
                line.Raw("DESCRIPTION:"u8).Text(email.Text).End();
                foreach (var to in email.To) line.Raw("ATTENDEE:"u8).Address(to).End();
                break;
        }
        line.Raw("END:VALARM"u8).End();
    }

    private static ContentLines Trigger(AlarmTrigger trigger, ContentLines line) => trigger switch
    {
        AlarmTrigger.FromStart(var offset) => LengthValue.Write(line.Raw(":"u8), offset),
        AlarmTrigger.FromEnd(var offset) => LengthValue.Write(line.Raw(";RELATED=END:"u8), offset),
        AlarmTrigger.At(var moment) => line.Raw(";VALUE=DATE-TIME:"u8).Utc(moment),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger)),
    };
}
