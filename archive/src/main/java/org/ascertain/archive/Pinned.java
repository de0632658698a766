package org.ascertain.archive;

import java.util.List;
import java.util.stream.Stream;
import org.ascertain.record.Hash;
import org.ascertain.record.Pin;

/**
 * What the archive holds, and what each of its records is: its election, its entries, the root of
 * its tree. Made by hand when a record is taken in or mended, from what {@code ./ascertain verify
 * ELECTION} prints; {@code verify} goes by it. What stood here before moves to {@link OlderPins}.
 */
public final class Pinned {

  private static final List<Pin> PINS =
      List.of(
          pin("us-president-1788", 53, "2nBNfrGCULTkKfv9ZU2zRcUxhYo6ZiJdoZS2PdpzBk8="),
          pin("us-president-1792", 65, "jW+zlaF/VJBkbReRfgqxxhgaqBUHAOcDwxD84Bmye1E="),
          pin("us-president-1796", 69, "7VI2w4yJzacLY7o3gaCZwVKBSRkx9SzSo3GeBxlaNfg="),
          pin("us-president-1800", 105, "ZB0Cqdd0M/q565s2r7zX0ZmofKqXWLyEmH7tpOZu9vc="),
          pin("us-president-1804", 72, "pXBwDgk6FWqley+Jr7EOSQelSQ/fG9/UpuEPC3uIRLA="),
          pin("us-president-1808", 71, "dBrd41i9YZjK+gUydzgFZ9lUF0ak7M9GfjC3d3rMcDo="),
          pin("us-president-1812", 74, "KzMBMtSU/HlD+un8sqPoawfiRjmVgxOo8OHoiaQYHNc="),
          pin("us-president-1816", 78, "GcxCf4d+eh/GGTLL8gJ17zsUNwILZG4Xa7y3/H1y2FU="),
          pin("us-president-1820", 93, "tCu5snaC4jDIPKWa5a+209naQowzol8HsptZ+nbv6kA="),
          pin("us-president-1824", 134, "6KmgFaLQbi1XmxtGCBHGhxm/mI9dtDIOXZOh6zWtDxA="),
          pin("us-president-1828", 140, "h9Ktg7qZ/IqxHbaEzaLE363AtJXa9TLYLTMYWJXgoPk="),
          pin("us-president-1832", 142, "hIIldehJ0zrK5BYHu/vcQpma9DEzK1VmKOQs/W6N6PM="),
          pin("us-president-1836", 153, "QdfX+vasFP/XVmu52fscjCuYz740QcDLsY8sQjy0Kic="),
          pin("us-president-1840", 153, "KxjxehJG0arRnsKYVQtnHYWBTflh6PbO2/Zyp0LpeTU="),
          pin("us-president-1844", 153, "2FPAnJ2Ca3Gl4St6Y6Gv5RRSmLC+1Lb/5bWSFeRy7Mk="),
          pin("us-president-1848", 172, "Jv9cCmN0/W3PHtbI/rB+t7TAtHaaCG1ob8qGdrwat5s="),
          pin("us-president-1852", 178, "YBmrr2KEXflsEqvLDKI0ebTbuB6hZvzXQOeih/0Ti2M="),
          pin("us-president-1856", 178, "zUDwmRaFpcuLgwVloyVfn3Ig8n+WUjRkEolgpbDUMio="),
          pin("us-president-1860", 187, "3ADSgEi0HU8ViH91c1oLWaQMRIOFS+gGQkzCBZ/FpcM="),
          pin("us-president-1864", 166, "E8y4KQHj7gQ73BaAjyaeiF10rae2840pdEVArZtdZfk="),
          pin("us-president-1868", 200, "qaUj4LMGU7V8bV1kTPvpigRPJWO7OW3npt1E3Go0l+Y="),
          pin("us-president-1872", 222, "qekbAOoqDHdIe1Ofr6q5Bi3FlItcGro3l4r50XCfUN8="),
          pin("us-president-1876", 257, "Ax1sM796JPnCEkBapTuJDPuUoOkF8PNZpX9lNBQAZsY="),
          pin("us-president-1880", 215, "QkysfVWlf7Q83tr7LLG5Uo4GNwGo3S+gyWqFZrvJris="),
          pin("us-president-1884", 215, "Yci6lRQ410uS+ICNkF0830yVtU8VH8NmYIFfKKoOGkI="),
          pin("us-president-1888", 215, "X/t1W8SpnY25bo2blRVFhvgwDyXnCyKKZBWKdv7kzlk="),
          pin("us-president-1892", 246, "70/elDYGc0NxtI7BNwcas+Pvb7UEerOwzLHvwl/a1qI="),
          pin("us-president-1896", 250, "rEWl34F5UTBVYdM81Apcd/iMUFXuC/vz7achv6xR6MA="),
          pin("us-president-1900", 250, "/PBqwyvDm7Bkr7ODWspEKfRGBntWmE+4CW+ib5qpuxU="),
          pin("us-president-1904", 250, "SGVN7Z8HP3lNiuL1qA0dLXNLN+FfmLdH1AOer15M0zo="),
          pin("us-president-1908", 255, "dQqdvZRQ00xoc+M7RI2ZEcYdMbU+Be/z7wBsMV5ShQc="),
          pin("us-president-1912", 266, "74SvFFqYK5XVy4Y5tIv0eKlk1J3o/XXxjOUq7Rz26+c="),
          pin("us-president-1916", 266, "qt9xfv6JyIiv4t/M9JsBJGzj29P9/S6XD7PcYEbz4/c="),
          pin("us-president-1920", 265, "H5n+NTdUli0jDaVZeME2Rp5Vdr2o/XJJe2gCGWPP6tk="),
          pin("us-president-1924", 265, "cI+xPvFWsMli6ii2Kv0RRYN/yDAWWur6EthtK2ryAfg="),
          pin("us-president-1928", 265, "RVNeEhtlnwVA52XnGSUDADjp20Sr6u4nc0/kgqFPtxs="),
          pin("us-president-1932", 265, "E81eszFD1xBF2PCvVV9bngRxci8UIWX+HJ0OjXM7/lk="),
          pin("us-president-1936", 265, "hsdtqtfjPIjk8D7L1XbF0+zKKXDddwZd8QcOjdMaFnA="),
          pin("us-president-1940", 265, "G2YfE4iIfWKzkCwA8bVrhB5Tw1sj9+vpfV3wrRf2cZk="),
          pin("us-president-1944", 265, "gJGSbOcGbAepOwXxnIJiar0Tri+/VRJqbCvxBE50bWQ="),
          pin("us-president-1948", 265, "tjGvdd+QYSWrJP2lM07DytOZHekQb81HGZ9KZ4ouReM="),
          pin("us-president-1952", 265, "j377AhQ3VYdnW6LiE5CP+BRpRaqi/3dvXYiIQPfHnBw="),
          pin("us-president-1956", 265, "THGGgTOEUlgeNhtnStb9ONbJN1eukoIGJ02Q+BArXNc="),
          pin("us-president-1960", 293, "oBSP/h2NXs5UqPTYbtTczDZc3X0/CgC0lSDOZ4FgmPI="),
          pin("us-president-1964", 280, "9gob4wRKmy9vNH7O+4B0VQwn0MSpQaoS1g/6kzYD6To="),
          pin("us-president-1968", 286, "F1zHRb1tE+7Znl7Jh0zXjdxQYLwvGqYtwldQkBgIeVE="),
          pin("us-president-1972", 282, "Z153C646+kfcv1AEYeJa3u/eSdx0YMELGaKp2vdZAgw="),
          pin("us-president-1976", 280, "X0M9/rYeyhOcHzej6xQyXKrqz1mgDZQ5hfht2Zofhy0="),
          pin("us-president-1980", 278, "MwDGkhq41rDfEX8VFfIalfDR1cxMohAy5KAGfo+2zkQ="),
          pin("us-president-1984", 279, "C8V4c8n3Vnp36VbkT34NTiEGaPWOpayAnmSBjPZorZQ="),
          pin("us-president-1988", 277, "0LpKPNlmkKbSthuy3lzCwWt4zgv9AMljU+iRempjKRI="),
          pin("us-president-1992", 277, "jKG5z7OaVOfZnfUp6jdJ4w6bmFHIoxdCnLpCmM6RE8g="),
          pin("us-president-1996", 279, "Je04tynHefaB8e7A7BmNceMws5xoRKz3+1qf9EHhbqg="),
          pin("us-president-2000", 365, "vweenSx9SmlG+iR8VWZV/g9dHu92jqhYrDt0q0rxQYg="),
          pin("us-president-2004", 294, "h2kilYojUn598MKpFDkOhzuSZRS7F5twwNg3jJVAlsY="),
          pin("us-president-2008", 281, "m2X1EzW8YlgEbOwzIJMw2wWPD8SrVlv3kl80ylmA5FY="),
          pin("us-president-2012", 281, "CH8FHXzVB1obsaZIuQYXMxjjA7Jfib1dRcA3UQCj/9M="),
          pin("us-president-2016", 3_466, "/9VSdM8fXZzZ4KZm/okv6IHuFwUzNOR3kgUKshfOGog="),
          pin("us-president-2020", 13_427, "VhWXtyK9XHGR8ZFHI9zplwtaKJx75hKJdxFzVXTOFcI="),
          pin("us-president-2024", 3_760, "2yEqXdrwpRC3g0hArisOls3R/h78s6eL+Qx1YIjZ8AY="));

  /** One pin for each record that the archive has, in the order of their years. */
  public static List<Pin> pins() {
    return PINS;
  }

  /**
   * What the archive's records were before they grew, from the shortest on: each is the beginning
   * of the record of its election.
   */
  public static List<Pin> older() {
    return OlderPins.PINS;
  }

  /** Today's pins and those of before: whatever of the archive was ever given out. */
  public static List<Pin> all() {
    return Stream.concat(PINS.stream(), OlderPins.PINS.stream()).toList();
  }

  static Pin pin(String election, long entries, String root) {
    return new Pin(election, entries, Hash.parse(root));
  }

  private Pinned() {}
}
