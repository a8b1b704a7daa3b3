# Forecasts of the competition series by the methods of R's package forecast, for the benchmark "forecast" to score beside
# ours: Rscript src/bench/r/rivals.R ../shared/forecast target/bench/forecast [LENGTH...]
suppressPackageStartupMessages(library(forecast))

arguments <- commandArgs(trailingOnly = TRUE)
lengths <- if (length(arguments) > 2) arguments[-(1:2)] else c("15", "24", "36", "60", "full")
horizon <- 12
methods <- list(EtsR = function(x) forecast(ets(x), h = horizon, level = c(80, 95)),
                ThetaR = function(x) thetaf(x, h = horizon, level = c(80, 95)))

dir.create(arguments[2], recursive = TRUE, showWarnings = FALSE)
for (length in lengths) {
  rows <- read.csv(file.path(arguments[1], paste0("mc_train_", length, ".csv")), colClasses = "character")
  for (method in names(methods)) {
    forecasts <- lapply(seq_len(nrow(rows)), function(i) {
      x <- ts(as.numeric(strsplit(rows$values[i], ";")[[1]]), frequency = 12)
      ahead <- suppressWarnings(methods[[method]](x))
      data.frame(series_id = rows$series_id[i], h = seq_len(horizon), mean = as.numeric(ahead$mean),
                 lo80 = as.numeric(ahead$lower[, 1]), hi80 = as.numeric(ahead$upper[, 1]),
                 lo95 = as.numeric(ahead$lower[, 2]), hi95 = as.numeric(ahead$upper[, 2]))
    })
    write.csv(do.call(rbind, forecasts), file.path(arguments[2], paste0(method, "-", length, ".csv")),
              row.names = FALSE, quote = FALSE)
    cat(method, length, nrow(rows), "series\n")
  }
}
