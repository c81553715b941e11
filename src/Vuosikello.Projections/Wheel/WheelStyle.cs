namespace Vuosikello.Projections.Wheel;

/// <summary>The wheel's stylesheet, <c>wheel.css</c> beside this file: pages serve it, a picture that stands alone carries it.</summary>
public static class WheelStyle
{
    public static string Css { get; } = Read();

    private static string Read()
    {
        using var file = typeof(WheelStyle).Assembly.GetManifestResourceStream("Vuosikello.Projections.Wheel.wheel.css")
            ?? throw new InvalidOperationException("wheel.css is missing from the assembly: it is an EmbeddedResource of the project");
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
