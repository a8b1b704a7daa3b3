package org.monthend.scorecard;

/** The standard normal distribution. */
final class Normal {

    private Normal() {}

    /**
     * The value below which such a share of the distribution lies; correct to seven digits (Wichura 1988, algorithm AS 241,
     * PPND7).
     *
     * @param share above 0 and below 1
     */
    static double quantile(double share) {
        double fromMiddle = share - 0.5;
        if (Math.abs(fromMiddle) <= 0.425) {
            double r = 0.180625 - fromMiddle * fromMiddle;
            return fromMiddle
                    * (((5.9109374720e1 * r + 1.5929113202e2) * r + 5.0434271938e1) * r + 3.3871327179)
                    / (((6.7187563600e1 * r + 7.8757757664e1) * r + 1.7895169469e1) * r + 1);
        }
        double root = Math.sqrt(-Math.log(Math.min(share, 1 - share)));
        double r = root <= 5 ? root - 1.6 : root - 5;
        double size = root <= 5
                ? (((1.7023821103e-1 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
                        / ((1.2021132975e-1 * r + 7.3700164250e-1) * r + 1)
                : (((1.7337203997e-2 * r + 4.2868294337e-1) * r + 3.0812263860) * r + 6.6579051150)
                        / ((1.2258202635e-2 * r + 2.4197894225e-1) * r + 1);
        return Math.copySign(size, fromMiddle);
    }
}
