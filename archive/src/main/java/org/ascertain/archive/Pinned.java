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
          pin("us-president-1788", 53, "Znn/BPVrRmXcuKIxjiOYI3eMvy7Z3+qoD+2gFqOlrV8="),
          pin("us-president-1792", 65, "XyEh8dlAxXcaAZrM23v4G4bVdaziAkwN0gibA2JjZkk="),
          pin("us-president-1796", 69, "4ucmYoDpf7vRNryFUWApkoON9dk/ONlbZSf7C1pQvLo="),
          pin("us-president-1800", 105, "nZQ7q3uvx909eCV73YEOhGezmQzC1swmDzWQfftZ77g="),
          pin("us-president-1804", 72, "4u93hDO8Qq4GmWX8EKw0IIEW3znbXxVgvhQLAXHGX+4="),
          pin("us-president-1808", 71, "1tf/Ii+PKfgRcYoPM9r5NNtqgiUz5JfvISF/LHkc7G4="),
          pin("us-president-1812", 74, "8JZaWZ7Ga0HWo3PLNVlahL0poC4srz+bNNMwWcwSBeI="),
          pin("us-president-1816", 78, "bpbig+aCefXJd2VVSX+eNQ0FeabDhmIocusc1uALuQ0="),
          pin("us-president-1820", 93, "8m+oKvDo3TtGxgrSflqTY3Sb/ECqu0rXgpt8CMG67ds="),
          pin("us-president-1824", 132, "CFKC2sqeyfg9/O8dx3p3RKjnxnH13tjKs+9IH+ys3dA="),
          pin("us-president-1828", 138, "bEWRZoK1a0tHwbWfobGPaazEfpPbRDAzsq3ActMScN0="),
          pin("us-president-1832", 140, "f7EWzGAp3RZ45uba2WGLmyxfJcth6i0ffhcqrpXhn3o="),
          pin("us-president-1836", 151, "i75Lwt5LLBdIJCAPr37KpElAUr27ikZs+s7lrC0dIzg="),
          pin("us-president-1840", 151, "Qr68aA2S3VFPW3foNvRnZjHklzXM379EsMAAqLsE2Ek="),
          pin("us-president-1844", 151, "mQzCZBg19qpDM1f1toMd0z0vMeDw4/ZF7+TqhiaqT6A="),
          pin("us-president-1848", 170, "TuOgpeIjLhNuBJzExOq6NL+iTKuqTTy+xQxUlTxCa6c="),
          pin("us-president-1852", 176, "SmqJ80Y/Ahcc7KVsqkT0CfpC4HtrORcW+OlNwJGha2A="),
          pin("us-president-1856", 176, "ZIGN2p1DUrY/SPpQxLZYmMQOXd7TtrDgxMxKxbIuH/k="),
          pin("us-president-1860", 185, "9utsJAwwwaUAeEsO+VTFYtvI6KnINyXqUZInc6NlhNw="),
          pin("us-president-1864", 164, "Q+kAqcKAEexnc940a127U9wAqK3BEzphjqvo2Z44fSc="),
          pin("us-president-1868", 198, "FXOGV8GxBWF7aX7GIDrckmIIGnVcK+R0ksaJLCGsTNw="),
          pin("us-president-1872", 220, "wiaxquFVxtRJG+1YaPvgrfo51a/7lcq6jmWmKZNBc68="),
          pin("us-president-1876", 255, "SsKXwHkYeHJrqW7vxinuUfVeka+5Pyj+q2GBUnb0aJk="),
          pin("us-president-1880", 213, "BXL5GRHNmPGWdcJCDfnbOOGTuQgSX4RbSeRkK72L49A="),
          pin("us-president-1884", 213, "1XkWeGIFljyeNV9Us3I2wat6MABVDCCPGFbNHv9L8c4="),
          pin("us-president-1888", 213, "MEj5w7T/IkShApu3N62e1sVnGWkN1DZRys5E7i17Atw="),
          pin("us-president-1892", 244, "GOItQhikg7blCQStYfokIEmZbB9WgMZmQGb2rBl2ty4="),
          pin("us-president-1896", 248, "L8LGixhH0k4vzpbgo3HVzQ6ZBv+5H5mjL+27l/m4cZE="),
          pin("us-president-1900", 248, "4eaxcxF0zPD28gRgY+E7ZLTc+IrZaoggtv1cMjHUdOY="),
          pin("us-president-1904", 248, "Q60Fl7WRCwyzSPaDZDn9TlioojqowL2WJp4jCtUWZAA="),
          pin("us-president-1908", 253, "0xGdmyEblpQIJuirWVmxAzB/SVNBZ54SX5eGhZ2TxR4="),
          pin("us-president-1912", 264, "s9gYmhG2yT2ZTfit8FdhB+c8YQu+e6jDy/SuU8D+Ad4="),
          pin("us-president-1916", 264, "1rBsNwCIfK/IGlotBkHnllvpbEIJirtEziuLCW60IgU="),
          pin("us-president-1920", 263, "JSNgYvld8FYvbCUJszK37J4ufcNDk1/AedFnHG1+wPc="),
          pin("us-president-1924", 263, "XIphBCX0qNVSscCwZr4mjARTsOBu5JQqz0ezOhO1o6I="),
          pin("us-president-1928", 263, "FuPgMM4ug8BFLd4FkrIbXD0+oieaWcMlzWvKn3gvBwM="),
          pin("us-president-1932", 263, "Z0QxvEqfrDfthDVo8iTJBaF/oz5RS/eUzbQSWJGbWTE="),
          pin("us-president-1936", 263, "b/BGAyG0rtqAA7s67/ker4IYxsYPWNCPJMJraJZlF1E="),
          pin("us-president-1940", 263, "4/3GLezIgf4NxEQtteZirr65FaiX+plnbGRkhuXVKls="),
          pin("us-president-1944", 263, "N0rAGfMds6GArI9edaDCzeXs7734OIgBZzcVV2WsUtQ="),
          pin("us-president-1948", 263, "JIMIG+POVI467DFz+HlDruJpg0XwLRJ/2UT6DBBP6e4="),
          pin("us-president-1952", 263, "HuDrwKxQucWVW26PnNEdmEvg4xKN3Q7/yzlL+9drevw="),
          pin("us-president-1956", 263, "gwUJOJ6UGvSCe+t468IKESHNHvp2FPA9AT699doJX58="),
          pin("us-president-1960", 291, "55Nv2Co34lfc/gzHQg9n6+1/TSjl/CRweKNUAniBY8s="),
          pin("us-president-1964", 278, "mneiBJoFPgroOA3xA0vwCQjFkyVCfMUOfBkooaJrLwM="),
          pin("us-president-1968", 284, "l0zMgs6Fwi6OlnBI9eh+Y8NlxabUN2jJofS/F0NEbaQ="),
          pin("us-president-1972", 280, "TLjiq67mVOXvB8rRnl3fxFBXltaA4XOE3f4J7jTcM9Q="),
          pin("us-president-1976", 278, "rK3rNiDz4MfoNyEQwrlNKbdD81gioGPHAaT+mvjNRoc="),
          pin("us-president-1980", 276, "9heNjXh6Eps8orh20Ydh2RpkFzURpPBk1jYe21ltdiU="),
          pin("us-president-1984", 277, "QBkfde1mBultgtm0RLTh7+BBaxJop/z2lO7hrgMKylA="),
          pin("us-president-1988", 275, "AL/pV9s06t+/ENlFhsv+eaUsGHk64fT1dqq4IMBZi0s="),
          pin("us-president-1992", 275, "bVWM8DdrQBzAvaBB2As/mMzNHKA97l+X/dPb0sVXK/o="),
          pin("us-president-1996", 277, "XmZPpxGhUfqB9g2rw1yuclrtqtp9+KuRKjC+GM9zbBI="),
          pin("us-president-2000", 363, "NitufsN4pwNhGTZyQ2MIh7+945N4wmpNP0YEg233wA4="),
          pin("us-president-2004", 292, "hLr7gfk1+p+U7q0f+O3lYXSf/gxv5YBE/mll8xRZyFI="),
          pin("us-president-2008", 279, "ziT+3waY5OayMgt1FKuNOzO305G5ATniAPxKGsR6EQ0="),
          pin("us-president-2012", 279, "bqWf4ZI0TvEctSPSW3VC3Vcq82BXA1poAjIdTwiHDV4="),
          pin("us-president-2016", 3_464, "c3ZexLsccpRSs3gQ6jgvvUtj82/zd3mOeZ2BsVulABo="),
          pin("us-president-2020", 13_427, "a+0ompMtPdUeduGbawyk48s+9ksk75wTbRfSv1J4vJ8="),
          pin("us-president-2024", 3_758, "O9/HP8OjN3Xsuj5J+VqN9WGi2oq3DJay9BHY2hQoP9Y="));

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
