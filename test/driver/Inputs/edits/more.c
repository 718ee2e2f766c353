extern int Wanted;
int Never = 1;
int More(int by)
{
    if (by == 5)
        Never = Wanted;
    return by;
}
